package dev.amserr.recurrence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How many plays a source began within a minute: what errors are compared with.
 *
 * @param minute by event time in UTC
 * @param count from 0
 */
public record PlayCount(String source, Instant minute, long count) {

  public PlayCount {
    if (source.isBlank() || source.length() > Occurrence.LONGEST_SOURCE) {
      throw new IllegalArgumentException("not a source: " + source);
    }
    if (!minute.equals(minute.truncatedTo(ChronoUnit.MINUTES)) || count < 0) {
      throw new IllegalArgumentException(count + " plays at " + minute);
    }
  }
}
