package dev.amserr.recurrence.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.recurrence.Occurrence;
import dev.amserr.recurrence.OnceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the webhook of Prometheus Alertmanager, version 4 of its format.
 *
 * <p>The code is the label {@code code} (or {@code error_code}, {@code errorCode}), else the
 * annotation {@code code}, else the name of the alert; the source is the label {@code source} (or
 * {@code service}, {@code job}), else {@code alertmanager}; {@code system} is a label too. An alert
 * that is resolved was seen until its end.
 */
public final class AlertmanagerParser {

  private static final List<String> CODE = List.of("code", "error_code", "errorCode");
  private static final List<String> SOURCE = List.of("source", "service", "job");
  private static final List<String> MESSAGE = List.of("summary", "description", "message");

  private AlertmanagerParser() {}

  /**
   * Reads a body of UTF-8.
   *
   * @param now when it arrived
   */
  public static Intake<AlertFiring> parse(byte[] body, Instant now) {
    JsonNode alerts = JsonTree.read(body).map(tree -> tree.path("alerts")).orElse(null);
    if (alerts == null) {
      return new Intake.Unreadable<>("The body is not JSON.");
    }
    if (!alerts.isArray()) {
      return new Intake.Unreadable<>(
          "The body has no list \"alerts\"; Alertmanager's webhook sends one.");
    }
    List<AlertFiring> firings = new ArrayList<>();
    List<Rejection> rejected = new ArrayList<>();
    for (int i = 0; i < alerts.size(); i++) {
      AlertFiring firing = firing(alerts.get(i), now);
      if (firing == null) {
        rejected.add(
            new Rejection(
                i, "The alert needs \"startsAt\" and a label \"alertname\" or \"code\"."));
      } else {
        firings.add(firing);
      }
    }
    return new Intake.Understood<>(firings, rejected);
  }

  private static @Nullable AlertFiring firing(JsonNode alert, Instant now) {
    JsonNode labels = alert.path("labels");
    JsonNode annotations = alert.path("annotations");
    Instant startsAt = RawItem.instant(JsonTree.text(alert, "startsAt"));
    String code = JsonTree.first(labels, CODE);
    if (code.isEmpty()) {
      code = JsonTree.text(annotations, "code");
    }
    if (code.isEmpty()) {
      code = JsonTree.text(labels, "alertname");
    }
    if (startsAt == null || code.isEmpty()) {
      return null;
    }
    String source = JsonTree.first(labels, SOURCE);
    String system = JsonTree.text(labels, "system");
    String message = JsonTree.first(annotations, MESSAGE);
    Occurrence occurrence =
        new Occurrence(
            RawItem.cut(code, Occurrence.LONGEST_CODE),
            system.isEmpty() ? null : system,
            source.isEmpty() ? "alertmanager" : RawItem.cut(source, Occurrence.LONGEST_SOURCE),
            startsAt,
            1,
            message.isEmpty() ? null : RawItem.cut(message, Occurrence.LONGEST_MESSAGE),
            null,
            null);
    return new AlertFiring(
        occurrence, OnceKey.alert(fingerprint(alert, labels), startsAt), seen(alert, now));
  }

  private static Instant seen(JsonNode alert, Instant now) {
    Instant endsAt = RawItem.instant(JsonTree.text(alert, "endsAt"));
    boolean over = JsonTree.text(alert, "status").equals("resolved");
    return over && endsAt != null && endsAt.isBefore(now) ? endsAt : now;
  }

  /** Alertmanager's own, else the labels, which it is made of. */
  private static String fingerprint(JsonNode alert, JsonNode labels) {
    String fingerprint = JsonTree.text(alert, "fingerprint");
    if (!fingerprint.isEmpty()) {
      return fingerprint;
    }
    Map<String, String> sorted = new TreeMap<>();
    labels.properties().forEach(label -> sorted.put(label.getKey(), label.getValue().asText()));
    return sorted.toString();
  }
}
