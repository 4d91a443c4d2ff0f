package dev.amserr.digest;

import java.time.Duration;
import java.time.Instant;

/**
 * The time a digest covers: {@code after} does not belong to it, {@code until} does. Windows of a
 * schedule tile the time line, each beginning where the one before ends.
 *
 * @param until later than {@code after}
 */
public record DigestWindow(Instant after, Instant until) {

  public DigestWindow {
    if (!after.isBefore(until)) {
      throw new IllegalArgumentException("A window after " + after + " can't end at " + until);
    }
  }

  public boolean contains(Instant at) {
    return at.isAfter(after) && !at.isAfter(until);
  }

  public Duration length() {
    return Duration.between(after, until);
  }

  /** The time of the same length before it: what its counts are compared with. */
  public DigestWindow before() {
    return new DigestWindow(after.minus(length()), after);
  }
}
