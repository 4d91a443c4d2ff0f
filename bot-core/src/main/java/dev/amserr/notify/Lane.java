package dev.amserr.notify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * The queue of one channel: its messages are posted one after the other, in the order in which they
 * were added, and no other lane waits for them. Destinations that name the same channel share it.
 *
 * @param name the platform and what identifies the channel there, without secrets
 */
public record Lane(String name) {

  private static final String DISCORD = "discord:";
  private static final String SLACK = "slack:";
  private static final String WEBHOOK = "webhook:";

  public Lane {
    if (!name.startsWith(DISCORD) && !name.startsWith(SLACK) && !name.startsWith(WEBHOOK)) {
      throw new IllegalArgumentException("Not a lane: " + name);
    }
  }

  /** The lane of a channel; of a webhook, whose URL is a secret, by a digest of it. */
  public static Lane of(Channel channel) {
    return new Lane(
        channel.fold(
            discord -> DISCORD + discord.id(),
            slack -> SLACK + slack.id(),
            webhook -> WEBHOOK + digest(webhook.url().toString())));
  }

  public boolean isDiscord() {
    return name.startsWith(DISCORD);
  }

  /** What its channel is: {@code discord}, {@code slack} or {@code webhook}. */
  public String kind() {
    return name.substring(0, name.indexOf(':'));
  }

  /** The least time between two messages: Slack takes one a second in a channel. */
  Duration pace() {
    return isDiscord() ? Duration.ZERO : Duration.ofSeconds(1);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
