package dev.amserr.recurrence;

import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What is usual for a series in an hour.
 *
 * @param mean μ, occurrences an hour
 * @param dispersion φ, 1 (chance alone) to 25
 * @param max60 m2, the second largest of what four weeks had in 60 minutes at this time of the week
 * @param max5 m2′, the same of 5 minutes
 * @param rate p0, occurrences a play; 0 if no plays are known
 */
public record Baseline(double mean, double dispersion, double max60, double max5, double rate) {

  /** With less history than this the last week is the baseline, whatever the hour. */
  static final Duration LEAST_HISTORY = Duration.ofDays(14);

  private static final double MOST_DISPERSION = 25;
  private static final int WEEKS = 4;

  public Baseline {
    if (mean < 0 || dispersion < 1 || dispersion > MOST_DISPERSION || rate < 0) {
      throw new IllegalArgumentException(mean + ", " + dispersion + ", " + rate);
    }
  }

  /** The window of which {@link #of} needs the hours. */
  public static Interval history(Instant hour) {
    return new Interval(hour.minus(Duration.ofHours(HourHistory.LENGTH)), hour);
  }

  /**
   * The baseline of an hour.
   *
   * @param hour its start
   * @param firstSeen when the series was first seen
   * @param hours the hours of the series within {@link #history}
   * @param plays those of its source within the same, by hour
   */
  public static Baseline of(
      Instant hour, Instant firstSeen, Collection<HourBucket> hours, Map<Instant, Long> plays) {
    return of(HourHistory.before(hour, hours, plays), firstSeen.isAfter(hour.minus(LEAST_HISTORY)));
  }

  static Baseline of(HourHistory history, boolean young) {
    List<Integer> backs = young ? lastWeek() : sameHours();
    double[] counts = backs.stream().mapToDouble(history::count).toArray();
    double mean = Math.max(trimmedMean(counts), history.mean() / 4);
    return new Baseline(
        mean,
        mean == 0 ? 1 : clamp(variance(counts) / mean),
        secondLargestOfWeeks(history::max60),
        secondLargestOfWeeks(history::max5),
        rate(history, backs));
  }

  /** How many hours back the same hour of the week lies in four weeks, and those beside it. */
  private static List<Integer> sameHours() {
    Integer[] backs = new Integer[3 * WEEKS];
    for (int week = 1; week <= WEEKS; week++) {
      for (int beside = -1; beside <= 1; beside++) {
        backs[3 * (week - 1) + beside + 1] = week * HourHistory.WEEK + beside;
      }
    }
    return List.of(backs);
  }

  private static List<Integer> lastWeek() {
    Integer[] backs = new Integer[HourHistory.WEEK];
    Arrays.setAll(backs, i -> i + 1);
    return List.of(backs);
  }

  /** How many of the largest values are left out: 2 of 12, 17 of 168. */
  private static int trimmed(int values) {
    return values / 10 + 1;
  }

  private static double trimmedMean(double[] counts) {
    double[] sorted = counts.clone();
    Arrays.sort(sorted);
    return Arrays.stream(sorted, 0, sorted.length - trimmed(sorted.length)).average().orElse(0);
  }

  private static double variance(double[] counts) {
    double mean = Arrays.stream(counts).average().orElse(0);
    return Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).average().orElse(0);
  }

  private static double clamp(double dispersion) {
    return Math.max(1, Math.min(MOST_DISPERSION, dispersion));
  }

  private interface Hourly {
    long at(int back);
  }

  private static double secondLargestOfWeeks(Hourly hourly) {
    long[] weeks = new long[WEEKS];
    for (int week = 1; week <= WEEKS; week++) {
      int back = week * HourHistory.WEEK;
      weeks[week - 1] =
          Math.max(hourly.at(back), Math.max(hourly.at(back - 1), hourly.at(back + 1)));
    }
    Arrays.sort(weeks);
    return weeks[WEEKS - 2];
  }

  /** Occurrences a play in the same hours as the mean, without the same number of the largest. */
  private static double rate(HourHistory history, List<Integer> backs) {
    List<Integer> kept =
        backs.stream()
            .sorted(Comparator.comparingLong(history::count))
            .limit(backs.size() - trimmed(backs.size()))
            .filter(back -> history.plays(back) > 0)
            .toList();
    double plays = kept.stream().mapToDouble(history::plays).sum();
    return plays == 0 ? 0 : kept.stream().mapToDouble(history::count).sum() / plays;
  }
}
