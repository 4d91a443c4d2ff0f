package dev.amserr.recurrence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.amserr.recurrence.Occurrence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventGridParserTest {

  private static final String TOPIC =
      "/subscriptions/s/resourceGroups/g/providers/Microsoft.Media/mediaservices/studio";

  @Test
  void the_validation_is_answered_with_its_code() {
    EventGridIntake intake =
        parse(
            """
            [{"id": "2d1781af", "topic": "/subscriptions/x", "subject": "",
              "data": {"validationCode": "512d38b6-c7b8", "validationUrl": "https://x"},
              "eventType": "Microsoft.EventGrid.SubscriptionValidationEvent",
              "eventTime": "2018-01-25T22:12:19.4556811Z", "metadataVersion": "1",
              "dataVersion": "1"}]
            """);

    assertThat(intake).isEqualTo(new EventGridIntake.Handshake("512d38b6-c7b8"));
  }

  @Test
  void the_result_code_of_a_live_event_is_an_occurrence() {
    EventGridIntake.Events events =
        events(
            """
            [{"topic": "%s", "subject": "liveEvent/live1",
              "eventType": "Microsoft.Media.LiveEventConnectionRejected",
              "eventTime": "2018-01-16T01:57:26.005121Z", "id": "b303db59",
              "data": {"ingestUrl": "rtmp://x", "resultCode": "MPE_INGEST_CODEC_NOT_SUPPORTED"},
              "dataVersion": "1.0"}]
            """
                .formatted(TOPIC));

    assertThat(occurrences(events))
        .containsExactly(
            new Occurrence(
                "MPE_INGEST_CODEC_NOT_SUPPORTED",
                null,
                "studio",
                Instant.parse("2018-01-16T01:57:26.005121Z"),
                1,
                "Microsoft.Media.LiveEventConnectionRejected",
                "liveEvent/live1",
                "b303db59#MPE_INGEST_CODEC_NOT_SUPPORTED"));
  }

  @Test
  void the_errors_of_a_job_are_occurrences_with_their_details() {
    EventGridIntake.Events events =
        events(
            """
            {"specversion": "1.0", "type": "Microsoft.Media.JobErrored", "source": "%s",
             "id": "e1", "time": "2026-06-08T12:00:00Z", "subject": "transforms/t/jobs/j",
             "data": {"outputs": [
               {"error": {"code": "ServiceTransientError", "message": "Please retry",
                          "details": [{"code": "0x80131509", "message": "detail"}]}},
               {"error": {"code": "ServiceTransientError", "message": "Please retry"}},
               {"label": "fine"}]}}
            """
                .formatted(TOPIC));

    assertThat(occurrences(events))
        .extracting(Occurrence::code, Occurrence::message, Occurrence::id)
        .containsExactly(
            tuple("ServiceTransientError", "Please retry", "e1#ServiceTransientError"),
            tuple("0x80131509", "detail", "e1#0x80131509"));
  }

  @Test
  void events_without_an_error_are_ignored_and_counted() {
    EventGridIntake.Events events =
        events(
            """
            [{"eventType": "Microsoft.Media.LiveEventEncoderConnected", "id": "1",
              "eventTime": "2026-06-08T12:00:00Z", "data": {"encoderIp": "1.2.3.4"}},
             {"eventType": "Microsoft.Media.LiveEventChannelArchiveHeartbeat", "id": "2",
              "eventTime": "2026-06-08T12:00:00Z",
              "data": {"channelLatencyMs": "10", "latencyResultCode": "S_OK"}}]
            """);

    assertThat(events).isEqualTo(new EventGridIntake.Events(List.of(), List.of(), 2));
  }

  @Test
  void events_that_can_not_be_understood_are_rejected_alone() {
    EventGridIntake.Events events =
        events(
            """
            [{"id": "1", "eventTime": "2026-06-08T12:00:00Z"},
             {"id": "1", "eventType": "x", "eventTime": "noon"}, 7,
             {"id": "1", "eventType": "x", "eventTime": "2026-06-08T12:00:00Z",
              "data": {"resultCode": "MPE_X"}}]
            """);

    assertThat(events.rejected()).extracting(Rejection::index).containsExactly(0, 1, 2);
    assertThat(events.reports()).extracting(EventGridIntake.ErrorReport::index).containsExactly(3);
    assertThat(occurrences(events)).extracting(Occurrence::source).containsExactly("eventgrid");
  }

  @Test
  void another_body_is_unreadable() {
    assertThat(parse("nope")).isEqualTo(new EventGridIntake.Unreadable("The body is not JSON."));
  }

  private static List<Occurrence> occurrences(EventGridIntake.Events events) {
    return events.reports().stream().flatMap(report -> report.occurrences().stream()).toList();
  }

  private static EventGridIntake.Events events(String body) {
    return parse(body)
        .fold(
            handshake -> {
              throw new AssertionError(handshake.toString());
            },
            events -> events,
            broken -> {
              throw new AssertionError(broken.reason());
            });
  }

  private static EventGridIntake parse(String body) {
    return EventGridParser.parse(body.getBytes(StandardCharsets.UTF_8));
  }
}
