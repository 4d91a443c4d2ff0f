package dev.amserr.digest;

import dev.amserr.recurrence.HourBucket;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The full hours that a window touches in equal stretches, for bars and charts: at most {@value
 * #MOST}, and one more if the window does not begin with an hour.
 *
 * @param hours from the beginning of the window's first hour to the end of its last
 * @param length of each, in whole hours; the last may reach beyond the hours
 */
record Stretches(Interval hours, Duration length, int count) {

  static final int MOST = 24;

  static Stretches of(DigestWindow window) {
    Instant start = window.after().truncatedTo(ChronoUnit.HOURS);
    long touched = ceil(Duration.between(start, window.until()));
    long each = ceil(ceil(window.length()), MOST);
    return new Stretches(
        new Interval(start, start.plus(touched, ChronoUnit.HOURS)),
        Duration.ofHours(each),
        (int) ceil(touched, each));
  }

  /** The sums of a series' hours. */
  List<Long> counts(List<HourBucket> buckets) {
    long[] sums = new long[count];
    for (HourBucket hour : buckets) {
      if (hours.contains(hour.start())) {
        long index = Duration.between(hours.from(), hour.start()).dividedBy(length);
        sums[(int) index] += hour.count();
      }
    }
    List<Long> counts = new ArrayList<>(count);
    for (long sum : sums) {
      counts.add(sum);
    }
    return counts;
  }

  /** In hours; windows last longer than nothing. */
  private static long ceil(Duration duration) {
    return ceil(duration.toMillis(), Duration.ofHours(1).toMillis());
  }

  private static long ceil(long a, long b) {
    return (a + b - 1) / b;
  }
}
