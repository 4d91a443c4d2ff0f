package dev.amserr.recurrence;

import java.util.Comparator;

/**
 * What makes occurrences the same series: the best reading of the code, and who reports it.
 *
 * <p>The order is total and that of writing: a store that writes in it never deadlocks with
 * another.
 *
 * @param system the id of the error system; empty where the code did not decode
 * @param code the value, or the name where there is no value; the text where it did not decode; at
 *     most {@value #LONGEST_CODE} characters
 * @param source who reports; empty for {@link #OVERFLOW} only
 */
public record SeriesKey(String system, String code, String source)
    implements Comparable<SeriesKey> {

  public static final int LONGEST_CODE = 200;

  /** Collects what came after {@link OccurrenceCounter#MOST_SERIES} series. */
  public static final SeriesKey OVERFLOW = new SeriesKey("~overflow", "overflow", "");

  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparing(SeriesKey::system)
          .thenComparing(SeriesKey::code)
          .thenComparing(SeriesKey::source);

  public SeriesKey {
    if (code.isBlank() || code.length() > LONGEST_CODE) {
      throw new IllegalArgumentException(
          "a series' code has 1 to " + LONGEST_CODE + " characters: " + code);
    }
    if (source.length() > Occurrence.LONGEST_SOURCE) {
      throw new IllegalArgumentException("too long for a source: " + source);
    }
  }

  /** The series of a text that did not decode. */
  public static SeriesKey ofText(String text, String source) {
    return new SeriesKey("", text, source);
  }

  /** Whether the code did not decode. */
  public boolean isText() {
    return system.isEmpty();
  }

  @Override
  public int compareTo(SeriesKey other) {
    return ORDER.compare(this, other);
  }
}
