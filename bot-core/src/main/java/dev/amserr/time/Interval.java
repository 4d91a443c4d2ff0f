package dev.amserr.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of the time line, half-open: its start belongs to it, its end does not.
 *
 * @param from the first instant
 * @param until the first instant after it, later than {@code from}
 */
public record Interval(Instant from, Instant until) {

  public Interval {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("an interval must end after " + from + ", not " + until);
    }
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }

  public boolean overlaps(Interval other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }

  /** What both have in common. */
  public Optional<Interval> intersection(Interval other) {
    return overlaps(other)
        ? Optional.of(new Interval(later(from, other.from), earlier(until, other.until)))
        : Optional.empty();
  }

  public Duration length() {
    return Duration.between(from, until);
  }

  /** The later of two instants. */
  public static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** The earlier of two instants. */
  public static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  @Override
  public String toString() {
    return from + "/" + until;
  }
}
