package dev.amserr.recurrence.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.recurrence.Occurrence;
import dev.amserr.recurrence.OnceKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlertmanagerParserTest {

  private static final Instant NOW = Instant.parse("2026-06-08T12:00:00Z");
  private static final Instant BEGAN = Instant.parse("2026-06-08T11:30:00.123Z");

  @Test
  void a_firing_alert_is_an_occurrence_when_it_began() {
    AlertFiring firing =
        only(
            """
            {"status": "firing",
             "labels": {"alertname": "Http404", "code": "0x20200194", "system": "amp",
                        "service": "web-eu"},
             "annotations": {"summary": "Many 404s"},
             "startsAt": "2026-06-08T11:30:00.123Z", "endsAt": "0001-01-01T00:00:00Z",
             "fingerprint": "d34db33f"}
            """);

    assertThat(firing.occurrence())
        .isEqualTo(
            new Occurrence("0x20200194", "amp", "web-eu", BEGAN, 1, "Many 404s", null, null));
    assertThat(firing.key()).isEqualTo(OnceKey.alert("d34db33f", BEGAN));
    assertThat(firing.seen()).isEqualTo(NOW);
  }

  @Test
  void a_resolved_alert_is_the_same_firing_and_was_seen_until_its_end() {
    AlertFiring firing =
        only(
            """
            {"status": "resolved", "labels": {"alertname": "Http404"},
             "startsAt": "2026-06-08T11:30:00.123Z", "endsAt": "2026-06-08T11:45:00Z",
             "fingerprint": "d34db33f"}
            """);

    assertThat(firing.occurrence()).extracting(Occurrence::code).isEqualTo("Http404");
    assertThat(firing.occurrence().source()).isEqualTo("alertmanager");
    assertThat(firing.key()).isEqualTo(OnceKey.alert("d34db33f", BEGAN));
    assertThat(firing.seen()).isEqualTo(Instant.parse("2026-06-08T11:45:00Z"));
  }

  @Test
  void the_labels_stand_for_a_missing_fingerprint_in_any_order() {
    AlertFiring one =
        only("{\"labels\":{\"alertname\":\"a\",\"job\":\"b\"},\"startsAt\":\"" + BEGAN + "\"}");
    AlertFiring other =
        only("{\"labels\":{\"job\":\"b\",\"alertname\":\"a\"},\"startsAt\":\"" + BEGAN + "\"}");

    assertThat(one.key()).isEqualTo(other.key());
  }

  @Test
  void an_alert_without_a_name_or_a_beginning_is_rejected_alone() {
    Intake.Understood<AlertFiring> read =
        understood(
            "{\"labels\":{\"alertname\":\"a\"},\"startsAt\":\""
                + BEGAN
                + "\"},"
                + "{\"labels\":{},\"startsAt\":\""
                + BEGAN
                + "\"},"
                + "{\"labels\":{\"alertname\":\"a\"}}, 5");

    assertThat(read.items()).hasSize(1);
    assertThat(read.rejected()).extracting(Rejection::index).containsExactly(1, 2, 3);
  }

  @Test
  void another_body_is_unreadable() {
    assertThat(reason("{")).isEqualTo("The body is not JSON.");
    assertThat(reason("{\"alerts\":{}}")).contains("no list \"alerts\"");
  }

  private static AlertFiring only(String alert) {
    Intake.Understood<AlertFiring> read = understood(alert);
    assertThat(read.rejected()).isEmpty();
    return read.items().get(0);
  }

  private static Intake.Understood<AlertFiring> understood(String alerts) {
    return parse("{\"version\":\"4\",\"status\":\"firing\",\"alerts\":[" + alerts + "]}")
        .fold(
            read -> read,
            broken -> {
              throw new AssertionError(broken.reason());
            });
  }

  private static String reason(String body) {
    return parse(body).fold(read -> "read", broken -> broken.reason());
  }

  private static Intake<AlertFiring> parse(String body) {
    return AlertmanagerParser.parse(body.getBytes(StandardCharsets.UTF_8), NOW);
  }
}
