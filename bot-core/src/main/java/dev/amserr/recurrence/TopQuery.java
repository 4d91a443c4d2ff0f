package dev.amserr.recurrence;

import dev.amserr.time.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Which series to list.
 *
 * @param window counted to the minute in the last 7 days and to the hour before
 * @param source only from this source; null for all
 * @param system only of this system, empty for what did not decode; null for all
 * @param limit the most series, 1 to {@value #MOST}
 */
public record TopQuery(
    Interval window, @Nullable String source, @Nullable String system, int limit) {

  /** The most series that one query lists. */
  public static final int MOST = 1_000;

  public TopQuery {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a limit is 1 to " + MOST + ", not " + limit);
    }
  }

  /** Every series of a window. */
  public static TopQuery of(Interval window, int limit) {
    return new TopQuery(window, null, null, limit);
  }

  /** The window of the same length right before. */
  public Interval before() {
    return new Interval(window.from().minus(window.length()), window.from());
  }
}
