package dev.amserr.recurrence;

import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How often a series occurred, bar by bar, without gaps.
 *
 * @param bars oldest first, one at least
 * @param until when the last bar ends
 */
public record Timeline(Step step, List<Bar> bars, Instant until) {

  public Timeline {
    bars = List.copyOf(bars);
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("a timeline has a bar");
    }
  }

  /** How often it occurred from a time until the next bar begins. */
  public record Bar(Instant start, long count) {}

  /** How long a bar is. */
  public enum Step {
    MINUTE,
    HOUR,
    /** A day on the clocks of the server. */
    DAY;

    private static final Duration LONGEST_IN_MINUTES = Duration.ofHours(6);
    private static final Duration LONGEST_IN_HOURS = Duration.ofDays(14);

    /** The one that suits a window: 360 bars at most, of days as many as there are. */
    public static Step of(Duration window) {
      if (window.compareTo(LONGEST_IN_MINUTES) <= 0) {
        return MINUTE;
      }
      return window.compareTo(LONGEST_IN_HOURS) <= 0 ? HOUR : DAY;
    }
  }

  /** From the start of the first bar. */
  public Interval window() {
    return new Interval(bars.get(0).start(), until);
  }

  public long total() {
    return bars.stream().mapToLong(Bar::count).sum();
  }
}
