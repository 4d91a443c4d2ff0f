package dev.amserr.discord;

import java.time.Duration;

/** Counts what goes wrong between Discord and the bot. Must not throw and must not block. */
public interface DiscordMetrics {

  /**
   * An answer came when Discord had given its interaction up.
   *
   * @param age since Discord sent the interaction
   */
  void tooLate(Duration age);

  /** Discord did not take an answer for another reason. */
  void refused();

  /** Too much was going on, so that an interaction was only told so. */
  void turnedAway();

  /** The connection to the gateway was lost; it is taken up again. */
  void disconnected();
}
