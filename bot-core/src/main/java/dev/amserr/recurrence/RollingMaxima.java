package dev.amserr.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/**
 * The largest counts of some minutes in a row that ended in an hour.
 *
 * @param max60 of 60 minutes
 * @param max5 of 5 minutes
 */
public record RollingMaxima(long max60, long max5) {

  private static final int HOUR = 60;

  /**
   * The maxima of an hour.
   *
   * @param hour its start
   * @param minutes of one series; those outside of the hour and of the hour before are ignored
   */
  public static RollingMaxima of(Instant hour, Collection<MinuteBucket> minutes) {
    if (!hour.equals(hour.truncatedTo(ChronoUnit.HOURS))) {
      throw new IllegalArgumentException("not an hour: " + hour);
    }
    long[] counts = new long[2 * HOUR];
    Instant start = hour.minus(1, ChronoUnit.HOURS);
    for (MinuteBucket minute : minutes) {
      long at = Duration.between(start, minute.start()).toMinutes();
      if (!minute.start().isBefore(start) && at < counts.length) {
        counts[(int) at] += minute.count();
      }
    }
    return of(counts);
  }

  /**
   * The maxima of an hour.
   *
   * @param counts of the 60 minutes of the hour before, then of its own 60
   */
  static RollingMaxima of(long[] counts) {
    return new RollingMaxima(largest(counts, HOUR), largest(counts, 5));
  }

  private static long largest(long[] counts, int length) {
    long sum = 0;
    long largest = 0;
    for (int end = HOUR - length + 1; end < counts.length; end++) {
      sum += counts[end];
      if (end >= HOUR) {
        largest = Math.max(largest, sum);
        sum -= counts[end - length + 1];
      }
    }
    return largest;
  }
}
