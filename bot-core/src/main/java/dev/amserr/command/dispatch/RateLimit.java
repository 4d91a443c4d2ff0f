package dev.amserr.command.dispatch;

/**
 * How often one person may ask: a token bucket.
 *
 * @param perMinute how many calls a minute in the long run, at least 1
 * @param burst how many at once after a pause, at least 1
 */
public record RateLimit(int perMinute, int burst) {

  /** 60 a minute, 20 at once. */
  public static final RateLimit DEFAULT = new RateLimit(60, 20);

  public RateLimit {
    if (perMinute < 1 || burst < 1) {
      throw new IllegalArgumentException("A limit allows something: " + perMinute + ", " + burst);
    }
  }
}
