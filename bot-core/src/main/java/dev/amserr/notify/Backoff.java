package dev.amserr.notify;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait. Every wait is drawn out at random by up to a fifth, so that many who failed
 * together do not come back together; never shortened.
 */
public final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final double MOST_DRAWN_OUT = 0.2;

  private final DoubleSupplier random;

  /**
   * Waits.
   *
   * @param random from 0 to below 1
   */
  public Backoff(DoubleSupplier random) {
    this.random = random;
  }

  /** After so many failed attempts before: 1 s, 2 s, 4 s … 5 min at most, drawn out included. */
  Duration after(int failedAttempts) {
    long seconds = FIRST.toSeconds() << Math.min(failedAttempts, 20);
    Duration drawnOut = drawnOut(Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds())));
    return drawnOut.compareTo(LONGEST) > 0 ? LONGEST : drawnOut;
  }

  /** At least as long as that. */
  Duration drawnOut(Duration least) {
    long extra = (long) (least.toMillis() * MOST_DRAWN_OUT * random.getAsDouble());
    return least.plusMillis(extra);
  }
}
