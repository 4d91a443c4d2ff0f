package dev.amserr.recurrence;

/**
 * What was given up under pressure; counts of errors never are.
 *
 * @param samples samples that were not kept
 * @param labels samples that were kept without labels
 * @param series occurrences that were counted in {@link SeriesKey#OVERFLOW}
 */
public record Sheds(long samples, long labels, long series) {

  public static final Sheds NONE = new Sheds(0, 0, 0);

  public Sheds {
    if (samples < 0 || labels < 0 || series < 0) {
      throw new IllegalArgumentException("negative: " + samples + ", " + labels + ", " + series);
    }
  }

  public Sheds plus(Sheds other) {
    return new Sheds(samples + other.samples, labels + other.labels, series + other.series);
  }

  public boolean isNone() {
    return equals(NONE);
  }
}
