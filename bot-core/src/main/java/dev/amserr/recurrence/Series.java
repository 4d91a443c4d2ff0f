package dev.amserr.recurrence;

import java.time.Instant;
import java.util.Objects;

/**
 * All occurrences of one code from one source.
 *
 * @param id given by the store, from 1
 * @param name the documented name when the series began; empty if there is none
 * @param firstSeen when it happened first
 * @param lastSeen when it happened last
 * @param handling what people did about it
 */
public record Series(
    long id, SeriesKey key, String name, Instant firstSeen, Instant lastSeen, Handling handling) {

  public Series {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(handling, "handling");
    if (lastSeen.isBefore(firstSeen)) {
      throw new IllegalArgumentException("last seen before first seen: " + key);
    }
  }

  /** The name, else the code. */
  public String label() {
    return name.isEmpty() ? key.code() : name;
  }
}
