package dev.amserr.recurrence.ingest;

import dev.amserr.recurrence.Occurrence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads events: {@code {"code", "system", "source", "at", "count", "message", "session", "id"}}, of
 * which only {@code code} and {@code source} are required, as one JSON object, an array, or one a
 * line. Other fields are left alone; a message and a session that are too long are cut.
 */
public final class EventParser {

  private static final int LONGEST_SYSTEM = 100;

  private EventParser() {}

  /** Reads a body of UTF-8. */
  public static Intake<Occurrence> parse(byte[] body) {
    return JsonItems.read(body, "An event", EventParser::occurrence);
  }

  private static @Nullable Occurrence occurrence(RawItem item) {
    String code = item.required("code", Occurrence.LONGEST_CODE);
    String system = item.optional("system", LONGEST_SYSTEM);
    String source = item.source(Occurrence.LONGEST_SOURCE);
    Instant at = item.time("at");
    long count = item.number("count", 1, Occurrence.MOST, 1L);
    String message = item.beginning("message", Occurrence.LONGEST_MESSAGE);
    String session = item.beginning("session", Occurrence.LONGEST_ID);
    String id = item.optional("id", Occurrence.LONGEST_ID);
    return item.problem() == null
        ? new Occurrence(
            code,
            system,
            source,
            at,
            count,
            message,
            session,
            id == null || id.isBlank() ? null : id)
        : null;
  }
}
