package dev.amserr.recurrence;

/**
 * How many occurrences are a spike.
 *
 * @param least A, below which nothing is a spike: {@value #USUAL}, or {@value #CRITICAL} for codes
 *     marked critical
 */
record SpikeLimit(double least) {

  static final double USUAL = 10;
  static final double CRITICAL = 3;

  private static final int FIVES = 12;

  /** z for 5 minutes is one more than for an hour, which is looked at less often. */
  private static final int STEP = 1;

  static SpikeLimit of(boolean critical) {
    return new SpikeLimit(critical ? CRITICAL : USUAL);
  }

  /**
   * L(μ, φ, m, z): the largest of the least count, three times the mean, half as much again as
   * similar times had, and the z-quantile of a count of that mean and dispersion by Anscombe's
   * variance-stabilising square root.
   */
  double of(double mean, double dispersion, double max, int z) {
    double root = Math.sqrt(mean + 3.0 / 8) + z / 2.0 * Math.sqrt(dispersion);
    double chance = root * root - 3.0 / 8;
    return Math.max(Math.max(least, 3 * mean), Math.max(1.5 * max, chance));
  }

  /** The limit for 60 minutes. */
  double of60(Baseline baseline, int z) {
    return of(baseline.mean(), baseline.dispersion(), baseline.max60(), z);
  }

  /** The limit for 5 minutes at the same sensitivity as 60 minutes at {@code z}. */
  double of5(Baseline baseline, int z) {
    return of(baseline.mean() / FIVES, baseline.dispersion(), baseline.max5(), z + STEP);
  }
}
