package dev.amserr.recurrence.ingest;

import dev.amserr.recurrence.Occurrence;

/**
 * Reads plays: {@code {"source", "at", "count"}}, of which only {@code at} may be left out, as one
 * JSON object, an array, or one a line.
 */
public final class PlaysParser {

  private PlaysParser() {}

  /** Reads a body of UTF-8. */
  public static Intake<Plays> parse(byte[] body) {
    return JsonItems.read(
        body,
        "A count of plays",
        item ->
            new Plays(
                item.source(Occurrence.LONGEST_SOURCE),
                item.time("at"),
                item.number("count", 0, Occurrence.MOST, null)));
  }
}
