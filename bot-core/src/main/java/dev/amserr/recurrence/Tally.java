package dev.amserr.recurrence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Occurrences of one series within one minute, ready to be counted.
 *
 * @param name the documented name of the code, kept when the series is new; may be empty
 * @param minute the minute they are counted in, by event time in UTC
 * @param count how many, from 1
 * @param items how many reports they came in, from 1
 * @param late whether their own time was out of reach, so that they count at arrival
 * @param first when the first of them happened: moves {@link Series#firstSeen} back
 * @param last when the last of them was seen: moves {@link Series#lastSeen} forward
 * @param once under which they are counted once; null for always. Then {@code items} is 1.
 * @param sample what one of them said; null if nothing, or if it was shed
 */
public record Tally(
    SeriesKey series,
    String name,
    Instant minute,
    long count,
    int items,
    boolean late,
    Instant first,
    Instant last,
    @Nullable OnceKey once,
    @Nullable Sample sample) {

  public Tally {
    Objects.requireNonNull(series, "series");
    if (!minute.equals(minute.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException("not a minute: " + minute);
    }
    if (count < 1 || items < 1 || (once != null && items != 1)) {
      throw new IllegalArgumentException(count + " occurrences in " + items + " reports");
    }
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("last " + last + " before first " + first);
    }
  }
}
