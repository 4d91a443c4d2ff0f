package dev.amserr.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;

/**
 * The hours of one series as far back as any rule looks: 28 days and the hour before them. What has
 * no bucket counts 0.
 */
final class HourHistory {

  /** Hours of a week. */
  static final int WEEK = 168;

  /** Hours of the four weeks that rules look back on. */
  static final int FOUR_WEEKS = 4 * WEEK;

  /** How many hours are kept before the end. */
  static final int LENGTH = FOUR_WEEKS + 1;

  private final long[] counts;
  private final long[] max60;
  private final long[] max5;
  private final long[] plays;

  private HourHistory(long[] counts, long[] max60, long[] max5, long[] plays) {
    this.counts = counts;
    this.max60 = max60;
    this.max5 = max5;
    this.plays = plays;
  }

  /**
   * The history before an hour.
   *
   * @param end the start of the first hour that does not belong to it
   * @param hours of one series; those outside are ignored
   * @param plays of its source by hour; those outside are ignored
   */
  static HourHistory before(Instant end, Collection<HourBucket> hours, Map<Instant, Long> plays) {
    if (!end.equals(end.truncatedTo(ChronoUnit.HOURS))) {
      throw new IllegalArgumentException("not an hour: " + end);
    }
    HourHistory history =
        new HourHistory(
            new long[LENGTH + 1], new long[LENGTH + 1], new long[LENGTH + 1], new long[LENGTH + 1]);
    for (HourBucket hour : hours) {
      long back = Duration.between(hour.start(), end).toHours();
      if (back >= 1 && back <= LENGTH) {
        history.counts[(int) back] = hour.count();
        history.max60[(int) back] = hour.max60();
        history.max5[(int) back] = hour.max5();
      }
    }
    for (int back = 1; back <= LENGTH; back++) {
      Instant start = end.minus(back, ChronoUnit.HOURS);
      history.plays[back] = plays.getOrDefault(start, 0L);
    }
    return history;
  }

  /** How often it occurred so many hours before the end, from 1 to {@link #LENGTH}. */
  long count(int back) {
    return counts[back];
  }

  long max60(int back) {
    return max60[back];
  }

  long max5(int back) {
    return max5[back];
  }

  long plays(int back) {
    return plays[back];
  }

  /** The mean of the hourly counts of the four weeks. */
  double mean() {
    double sum = 0;
    for (int back = 1; back <= FOUR_WEEKS; back++) {
      sum += counts[back];
    }
    return sum / FOUR_WEEKS;
  }

  /** The population variance of the same. */
  double variance() {
    double mean = mean();
    double sum = 0;
    for (int back = 1; back <= FOUR_WEEKS; back++) {
      sum += (counts[back] - mean) * (counts[back] - mean);
    }
    return sum / FOUR_WEEKS;
  }
}
