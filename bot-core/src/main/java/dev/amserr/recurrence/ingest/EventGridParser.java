package dev.amserr.recurrence.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.recurrence.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads Azure Event Grid's events, in its own schema and as CloudEvents 1.0, one or many.
 *
 * <p>Of Media Services' live events the codes are {@code resultCode} and {@code latencyResultCode},
 * of its jobs the {@code error.code} of each output with those of its details; {@code S_OK} and
 * events without a code report no error. The source is the last part of the topic (of a
 * CloudEvent's {@code source}): the account. The subject, such as {@code liveEvent/studio1}, is the
 * session. Each code of an event is counted once by the event's id.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-grid/event-schema-media-services">Media
 *     Services as an Event Grid source</a>
 */
public final class EventGridParser {

  private static final String VALIDATION = "Microsoft.EventGrid.SubscriptionValidationEvent";
  private static final List<String> TYPE = List.of("eventType", "type");
  private static final List<String> TIME = List.of("eventTime", "time");
  private static final List<String> TOPIC = List.of("topic", "source");
  private static final List<String> CODES = List.of("resultCode", "latencyResultCode");
  private static final String FINE = "S_OK";

  private EventGridParser() {}

  /** Reads a body of UTF-8. */
  public static EventGridIntake parse(byte[] body) {
    JsonNode tree = JsonTree.read(body).orElse(null);
    if (tree == null) {
      return new EventGridIntake.Unreadable("The body is not JSON.");
    }
    List<JsonNode> events = new ArrayList<>();
    if (tree.isArray()) {
      tree.forEach(events::add);
    } else {
      events.add(tree);
    }
    for (JsonNode event : events) {
      String code = JsonTree.text(event.path("data"), "validationCode");
      if (JsonTree.first(event, TYPE).equals(VALIDATION) && !code.isEmpty()) {
        return new EventGridIntake.Handshake(code);
      }
    }
    return read(events);
  }

  private static EventGridIntake read(List<JsonNode> events) {
    List<EventGridIntake.ErrorReport> reports = new ArrayList<>();
    List<Rejection> rejected = new ArrayList<>();
    int ignored = 0;
    for (int i = 0; i < events.size(); i++) {
      JsonNode event = events.get(i);
      Instant at = RawItem.instant(JsonTree.first(event, TIME));
      if (JsonTree.first(event, TYPE).isEmpty() || JsonTree.text(event, "id").isEmpty()) {
        rejected.add(
            new Rejection(
                i, "The event needs \"id\" and \"eventType\" (\"type\" in CloudEvents)."));
      } else if (at == null) {
        rejected.add(
            new Rejection(
                i,
                "The event needs a time with an offset in \"eventTime\" (\"time\" in"
                    + " CloudEvents)."));
      } else {
        String source = source(JsonTree.first(event, TOPIC));
        List<Occurrence> found = occurrences(event, source, at);
        if (found.isEmpty()) {
          ignored++;
        } else {
          reports.add(new EventGridIntake.ErrorReport(i, source, found));
        }
      }
    }
    return new EventGridIntake.Events(reports, rejected, ignored);
  }

  private static List<Occurrence> occurrences(JsonNode event, String source, Instant at) {
    Map<String, String> messages = new LinkedHashMap<>();
    JsonNode data = event.path("data");
    for (String field : CODES) {
      String code = JsonTree.text(data, field);
      if (!code.isEmpty() && !code.equals(FINE)) {
        messages.putIfAbsent(code, JsonTree.first(event, TYPE));
      }
    }
    error(data.path("error"), messages);
    error(data.path("output").path("error"), messages);
    data.path("outputs").forEach(output -> error(output.path("error"), messages));
    List<Occurrence> occurrences = new ArrayList<>();
    messages.forEach(
        (code, message) -> occurrences.add(occurrence(event, source, at, code, message)));
    return occurrences;
  }

  private static void error(JsonNode error, Map<String, String> messages) {
    String code = JsonTree.text(error, "code");
    if (!code.isEmpty()) {
      messages.putIfAbsent(code, JsonTree.text(error, "message"));
    }
    for (JsonNode detail : error.path("details")) {
      String more = JsonTree.text(detail, "code");
      if (!more.isEmpty()) {
        messages.putIfAbsent(more, JsonTree.text(detail, "message"));
      }
    }
  }

  private static Occurrence occurrence(
      JsonNode event, String source, Instant at, String code, String message) {
    return new Occurrence(
        RawItem.cut(code, Occurrence.LONGEST_CODE),
        null,
        source,
        at,
        1,
        cutOrNull(message, Occurrence.LONGEST_MESSAGE),
        cutOrNull(JsonTree.text(event, "subject"), Occurrence.LONGEST_ID),
        RawItem.cut(JsonTree.text(event, "id") + "#" + code, Occurrence.LONGEST_ID));
  }

  private static @Nullable String cutOrNull(String text, int longest) {
    return text.isEmpty() ? null : RawItem.cut(text, longest);
  }

  private static String source(String topic) {
    String last = topic.substring(topic.lastIndexOf('/') + 1).strip();
    return last.isEmpty() ? "eventgrid" : RawItem.cut(last, Occurrence.LONGEST_SOURCE);
  }
}
