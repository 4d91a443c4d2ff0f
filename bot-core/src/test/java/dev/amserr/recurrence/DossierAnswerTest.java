package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.recurrence.StoreFixtures.Reports;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DossierAnswerTest {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Instant NOW = Instant.parse("2026-06-08T12:01:30Z");

  private final OccurrenceStore store =
      new InMemoryOccurrenceStore(UTC, new SplittableRandom(1), 100);
  private final Dossiers dossiers =
      new Dossiers(store, new ErrorBoard(store), new Timelines(store, UTC));

  @Test
  void a_dossier_has_the_shape_of_the_api() throws Exception {
    Reports.at(NOW)
        .add(
            new Sample(
                NOW, "0x20200194", "the manifest is gone", "", new TreeMap<>(Map.of("tech", "2"))))
        .plays(500)
        .countIn(store);
    Reports.at(NOW.minusSeconds(120)).add(6, NOW.minusSeconds(120)).countIn(store);
    long id = store.find("amp", "0x00200194").get(0).id();
    Instant spiked = NOW.minusSeconds(30);
    store.save(null, NOW, List.of(new StateChange.Opened(id, StoreFixtures.spike(spiked, null))));
    Handling muted = new Handling(1, Handling.Status.OPEN, "", "", null, Mute.untilAbove(60));
    store.replace(id, muted, StoreFixtures.event(id, NOW), StoreFixtures.audit(NOW));

    Dossier dossier = dossiers.of(id, Duration.ofMinutes(2), NOW).orElseThrow();

    ObjectMapper mapper = new ObjectMapper();
    String json = mapper.writeValueAsString(DossierAnswer.of(dossier, series -> "player"));
    assertThat(mapper.readTree(json))
        .isEqualTo(
            mapper.readTree(
                """
                {"window": {"from": "2026-06-08T12:00:00Z", "to": "2026-06-08T12:02:00Z"},
                 "series": {"id": %d, "code": "0x00200194", "system": "amp",
                   "name": "networkErrHttpUrlNotFound", "source": "web-eu",
                   "count": 1, "before": 6,
                   "firstSeen": "2026-06-08T11:59:30Z", "lastSeen": "2026-06-08T12:01:30Z",
                   "states": [{"state": "spike", "since": "2026-06-08T12:01:00Z",
                               "why": {"observed": 60.5, "limit": 18.66, "baseline": 5.2},
                               "z": 5, "note": null,
                               "text": "60.5 within 60 minutes, limit 18.7, usual 5.2"}],
                   "handling": "open", "muted": true, "owner": "player"},
                 "handling": {"status": "open", "by": null, "at": null,
                              "mutedUntil": null, "mutedAbove": 60},
                 "step": "minute",
                 "points": [{"at": "2026-06-08T12:00:00Z", "count": 0},
                            {"at": "2026-06-08T12:01:00Z", "count": 1}],
                 "plays": null,
                 "spikes": [{"from": "2026-06-08T12:01:00Z", "to": "2026-06-08T12:02:00Z"}],
                 "samples": [{"at": "2026-06-08T12:01:30Z", "code": "0x20200194",
                              "message": "the manifest is gone", "session": null,
                              "labels": {"tech": "2"}}],
                 "history": [{"at": "2026-06-08T12:01:30Z", "kind": "acknowledged",
                              "state": null, "by": "Ana", "text": "acknowledged by Ana"},
                             {"at": "2026-06-08T12:01:00Z", "kind": "state-opened",
                              "state": "spike", "by": null,
                              "text": "SPIKE: 60.5 within 60 minutes, limit 18.7, usual 5.2"}]}
                """
                    .formatted(id)));
  }

  @Test
  void plays_are_those_of_the_source_in_all_hours_of_the_window() {
    Reports.at(NOW).add(1).plays(500).countIn(store);
    Reports.at(NOW.minus(Duration.ofHours(5))).plays(700).countIn(store);
    long id = store.find("amp", "0x00200194").get(0).id();

    assertThat(dossiers.of(id, Duration.ofHours(24), NOW).orElseThrow().plays()).isEqualTo(1_200);
    assertThat(dossiers.of(99, Duration.ofHours(24), NOW)).isEmpty();
  }
}
