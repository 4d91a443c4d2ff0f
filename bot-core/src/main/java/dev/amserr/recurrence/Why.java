package dev.amserr.recurrence;

/**
 * Why a series is in a state, in the unit of the state's rule: counts, hours, ratios.
 *
 * @param observed what was seen
 * @param limit what it had to reach
 * @param baseline what is usual
 */
public record Why(double observed, double limit, double baseline) {

  public Why {
    if (!Double.isFinite(observed) || !Double.isFinite(limit) || !Double.isFinite(baseline)) {
      throw new IllegalArgumentException(observed + ", " + limit + ", " + baseline);
    }
  }
}
