package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesAnswerTest {

  private static final Instant FROM = Instant.parse("2026-06-08T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-06-09T00:00:00Z");

  @Test
  void an_overview_has_the_shape_of_the_api() throws Exception {
    Series series =
        new Series(
            7,
            new SeriesKey("amp", "0x00200194", "web-eu"),
            "networkErrHttpUrlNotFound",
            FROM,
            TO.minusSeconds(1),
            Handling.NONE);
    Series text =
        new Series(8, SeriesKey.ofText("boom", "tv"), "", FROM, TO.minusSeconds(2), Handling.NONE);
    SeriesState spike =
        new SeriesState(StateKind.SPIKE, FROM.plusSeconds(60), new Why(60, 60, 20), 5, "", null);
    Overview overview =
        new Overview(
            new Interval(FROM, TO),
            List.of(
                new Overview.Line(series, 120, 40, List.of(spike), false),
                new Overview.Line(text, 1, 0, List.of(), true)),
            3,
            200,
            100,
            Sheds.NONE);

    String json =
        new ObjectMapper()
            .writeValueAsString(
                SeriesAnswer.of(
                    overview,
                    s -> s.key().isText() ? "" : "player",
                    Map.of(7L, List.of(100L, 20L))));

    ObjectMapper mapper = new ObjectMapper();
    assertThat(mapper.readTree(json))
        .isEqualTo(
            mapper.readTree(
                """
                {"window": {"from": "2026-06-08T00:00:00Z", "to": "2026-06-09T00:00:00Z"},
                 "series": [
                  {"id": 7, "code": "0x00200194", "system": "amp",
                   "name": "networkErrHttpUrlNotFound", "source": "web-eu",
                   "count": 120, "before": 40,
                   "firstSeen": "2026-06-08T00:00:00Z", "lastSeen": "2026-06-08T23:59:59Z",
                   "states": [{"state": "spike", "since": "2026-06-08T00:01:00Z",
                               "why": {"observed": 60.0, "limit": 60.0, "baseline": 20.0},
                               "z": 5, "note": null,
                               "text": "60 within 60 minutes, limit 60, usual 20"}],
                   "handling": "open", "muted": false, "owner": "player", "hourly": [100, 20]},
                  {"id": 8, "code": "boom", "system": null, "name": null, "source": "tv",
                   "count": 1, "before": 0,
                   "firstSeen": "2026-06-08T00:00:00Z", "lastSeen": "2026-06-08T23:59:58Z",
                   "states": [], "handling": "open", "muted": true, "owner": null}],
                 "more": 3}
                """));
  }
}
