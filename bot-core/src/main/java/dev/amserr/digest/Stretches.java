package dev.amserr.digest;

import dev.amserr.recurrence.HourBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A window in equal stretches of whole hours, at most {@value #MOST}, for bars and charts.
 *
 * @param length of each; the last may reach beyond the window
 */
record Stretches(Instant start, Duration length, int count) {

  static final int MOST = 24;

  static Stretches of(DigestWindow window) {
    long hours = Math.max(1, ceil(window.length().toMinutes(), 60));
    long each = ceil(hours, MOST);
    return new Stretches(window.after(), Duration.ofHours(each), (int) ceil(hours, each));
  }

  /** The sums of a series' hours. */
  List<Long> counts(List<HourBucket> hours) {
    long[] sums = new long[count];
    for (HourBucket hour : hours) {
      long index = Duration.between(start, hour.start()).toMillis() / length.toMillis();
      if (index >= 0 && index < count) {
        sums[(int) index] += hour.count();
      }
    }
    List<Long> counts = new ArrayList<>(count);
    for (long sum : sums) {
      counts.add(sum);
    }
    return counts;
  }

  private static long ceil(long a, long b) {
    return (a + b - 1) / b;
  }
}
