package dev.amserr.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A made-up series, minute by minute: four weeks of history, then a week that is judged.
 *
 * <p>Counts are gamma-Poisson: each hour's rate is multiplied by a gamma variable of mean 1 and the
 * given dispersion (variance), each minute's count is Poisson. Rates follow the time of day.
 */
final class SyntheticSeries {

  /** Monday. */
  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  static final int HISTORY_WEEKS = 4;

  private static final int MINUTES_OF_WEEK = 7 * 24 * 60;
  private static final int MINUTES_OF_DAY = 24 * 60;

  private final RandomGenerator random;
  private final double[] rates = new double[(HISTORY_WEEKS + 1) * MINUTES_OF_WEEK];

  SyntheticSeries(RandomGenerator random) {
    this.random = random;
  }

  /** The first minute that is judged. */
  static int judgedFrom() {
    return HISTORY_WEEKS * MINUTES_OF_WEEK;
  }

  int length() {
    return rates.length;
  }

  /**
   * Adds a rate that follows the time of day.
   *
   * @param hourly occurrences an hour
   * @param season by which part of it the rate rises and falls within a day
   * @param dispersion variance of the gamma variable of each hour; 0 for none
   */
  SyntheticSeries daily(double hourly, double season, double dispersion) {
    double noise = 1;
    for (int minute = 0; minute < rates.length; minute++) {
      if (minute % 60 == 0) {
        noise = dispersion == 0 ? 1 : gamma(1 / dispersion) * dispersion;
      }
      double time = 2 * Math.PI * (minute % MINUTES_OF_DAY) / MINUTES_OF_DAY;
      rates[minute] += hourly / 60 * (1 + season * Math.sin(time)) * noise;
    }
    return this;
  }

  /**
   * Adds a burst each day.
   *
   * @param at the minute of the day about which it begins
   * @param jitter by how many minutes it may begin earlier or later
   */
  SyntheticSeries bursts(int at, int jitter, int length, double size) {
    for (int day = MINUTES_OF_DAY; day < rates.length; day += MINUTES_OF_DAY) {
      int begin = day + at + random.nextInt(-jitter, jitter + 1);
      for (int minute = begin; minute < Math.min(begin + length, rates.length); minute++) {
        rates[minute] += size / length;
      }
    }
    return this;
  }

  /** Multiplies the rate for a while. */
  SyntheticSeries multiply(int from, int length, double factor) {
    for (int minute = from; minute < Math.min(from + length, rates.length); minute++) {
      rates[minute] *= factor;
    }
    return this;
  }

  /** The counts. */
  long[] draw() {
    long[] counts = new long[rates.length];
    for (int minute = 0; minute < counts.length; minute++) {
      counts[minute] = poisson(rates[minute]);
    }
    return counts;
  }

  /** The end of every minute of the judged week at which a SPIKE began, as minutes. */
  static List<Integer> spikes(long[] counts) {
    SpikeDetector detector = new SpikeDetector(false);
    List<HourBucket> hours = hours(counts);
    List<Integer> begun = new ArrayList<>();
    SeriesState spike = null;
    Baseline baseline = null;
    for (int end = judgedFrom() + 1; end <= counts.length; end++) {
      if (baseline == null || (end - 1) % 60 == 0) {
        baseline = Baseline.of(at((end - 1) / 60 * 60), START, hours, Map.of());
      }
      RecentCount recent = new RecentCount(1, sum(counts, end, 60), sum(counts, end, 5), 0, 0);
      SeriesState after = detector.after(spike, at(end), recent, baseline);
      if (spike == null && after != null) {
        begun.add(end);
      }
      spike = after;
    }
    return begun;
  }

  static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  static long sum(long[] counts, int end, int length) {
    long sum = 0;
    for (int minute = Math.max(0, end - length); minute < end; minute++) {
      sum += counts[minute];
    }
    return sum;
  }

  /** The hours of the counts, with their maxima. */
  static List<HourBucket> hours(long[] counts) {
    List<HourBucket> hours = new ArrayList<>();
    for (int start = 0; start < counts.length; start += 60) {
      long[] two = new long[120];
      int before = Math.min(start, 60);
      System.arraycopy(counts, start - before, two, 60 - before, before + 60);
      RollingMaxima maxima = RollingMaxima.of(two);
      hours.add(
          new HourBucket(
              1, at(start), sum(counts, start + 60, 60), 0, maxima.max60(), maxima.max5()));
    }
    return hours;
  }

  /** Knuth's method, of which the mean must be small. */
  private long poisson(double mean) {
    if (mean > 30) {
      return poisson(mean / 2) + poisson(mean / 2);
    }
    double least = Math.exp(-mean);
    double product = random.nextDouble();
    long count = 0;
    while (product > least) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  /** Marsaglia and Tsang's method, for a shape from 1. */
  private double gamma(double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
