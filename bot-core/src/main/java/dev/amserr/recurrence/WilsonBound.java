package dev.amserr.recurrence;

/** The lower bound of a share (E. B. Wilson, "Probable inference", JASA 22, 1927), at 95 %. */
final class WilsonBound {

  private static final double Z = 1.96;

  private WilsonBound() {}

  /**
   * The least share that explains what was seen.
   *
   * @param count how many, from 0
   * @param of of how many, from 1; a count above it is taken as all of them
   */
  static double lower(long count, long of) {
    double share = Math.min(1, (double) count / of);
    double square = Z * Z;
    double centre = share + square / (2 * of);
    double half = Z * Math.sqrt(share * (1 - share) / of + square / (4.0 * of * of));
    return (centre - half) / (1 + square / of);
  }
}
