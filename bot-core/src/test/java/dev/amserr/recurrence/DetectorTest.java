package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.amserr.recurrence.StoreFixtures.Reports;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DetectorTest {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final SeriesKey KEY = new SeriesKey("amp", "0x00200194", "web-eu");

  private final OccurrenceStore store =
      new InMemoryOccurrenceStore(UTC, new SplittableRandom(1), 1_000);
  private Instant evaluated = START;
  private final Detector detector = new Detector(store, UTC, series -> false);

  @Test
  void a_series_is_new_for_seven_days() {
    Reports.at(START).add(1).countIn(store);

    List<StateChange> first = detector.evaluate(START.plus(Duration.ofMinutes(1)));
    List<StateChange> before =
        detector.evaluate(START.plus(Duration.ofDays(7)).minus(Duration.ofMinutes(1)));
    List<StateChange> after = detector.evaluate(START.plus(Duration.ofDays(7)));

    assertThat(first).extracting(DetectorTest::summary).containsExactly("opened NEW");
    assertThat(before).isEmpty();
    assertThat(after).extracting(DetectorTest::summary).containsExactly("closed NEW");
  }

  @Test
  void what_is_reported_hours_after_it_happened_is_found_at_the_full_hour() {
    detector.evaluate(START);
    Instant now = START.plus(Duration.ofMinutes(20));
    Reports.at(now).add(1, now.minus(Duration.ofHours(5))).countIn(store);

    List<StateChange> before = detector.evaluate(START.plus(Duration.ofMinutes(59)));
    List<StateChange> after = detector.evaluate(START.plus(Duration.ofHours(1)));

    assertThat(before).isEmpty();
    assertThat(after).extracting(DetectorTest::summary).containsExactly("opened NEW");
  }

  @Test
  void a_spike_opens_and_closes_at_its_minutes() {
    Reports.at(START.plusSeconds(30)).add(40).countIn(store);

    List<StateChange> changes = detector.evaluate(START.plus(Duration.ofMinutes(1)));
    List<StateChange> later = detector.evaluate(START.plus(Duration.ofHours(2)));

    assertThat(changes)
        .extracting(DetectorTest::summary)
        .containsExactly("opened NEW", "opened SPIKE");
    // The count leaves the hour at 01:01; thirty minutes later the spike is over.
    assertThat(later).filteredOn(change -> kind(change) == StateKind.SPIKE).hasSize(2);
    assertThat(store.events(id(), 10))
        .extracting(SeriesEvent::kind, SeriesEvent::state, SeriesEvent::at)
        .contains(
            tuple(
                SeriesEvent.Kind.STATE_CLOSED,
                StateKind.SPIKE,
                START.plus(Duration.ofMinutes(91))));
  }

  @Test
  void codes_marked_critical_spike_sooner() {
    Detector critical = new Detector(store, UTC, series -> series.key().equals(KEY));
    Reports.at(START).add(7).addOther("other", 7).countIn(store);

    List<StateChange> changes = critical.evaluate(START.plus(Duration.ofMinutes(1)));

    assertThat(changes)
        .filteredOn(change -> kind(change) == StateKind.SPIKE)
        .extracting(StateChange::series)
        .containsExactly(id());
  }

  @Test
  void growth_by_a_sixth_a_day_is_a_ramp_on_day_21() {
    List<String> ramps = new ArrayList<>();
    for (int day = 0; day <= 30; day++) {
      Instant midnight = START.plus(Duration.ofDays(day));
      detector.evaluate(midnight).stream()
          .filter(change -> kind(change) == StateKind.RAMP)
          .forEach(change -> ramps.add(summary(change) + " on day " + midnight(change)));
      Instant noon = midnight.plus(Duration.ofHours(12));
      Reports.at(noon).add(Math.round(100 * Math.pow(1.166, day))).countIn(store);
    }

    assertThat(ramps.get(0)).isEqualTo("opened RAMP on day 21");
    assertThat(ramps).noneMatch(change -> change.startsWith("closed"));
  }

  @Test
  void the_same_every_day_is_no_ramp() {
    for (int day = 0; day <= 30; day++) {
      Instant noon = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(12));
      Reports.at(noon).add(1_000).countIn(store);
    }

    List<StateChange> changes = detector.evaluate(START.plus(Duration.ofDays(31)));

    assertThat(changes).extracting(DetectorTest::kind).doesNotContain(StateKind.RAMP);
  }

  @Test
  void a_ramp_is_half_as_much_again_twice_and_a_hundred_more() {
    assertThat(RampWatch.why(225, 150, 100)).isEqualTo(new Why(225, 225, 150));
    assertThat(RampWatch.why(224, 150, 100)).isNull();
    assertThat(RampWatch.why(225, 149, 100)).isNull();
    assertThat(RampWatch.why(149, 75, 50)).isNull();
    assertThat(RampWatch.why(150, 75, 50)).isEqualTo(new Why(150, 150, 75));
    assertThat(RampWatch.why(1_000, 100, 0)).isNull();
  }

  @Test
  void what_is_reported_late_recurs_all_the_same() {
    List<StateChange> changes = new ArrayList<>();
    for (int day = 1; day <= 3; day++) {
      Instant at = START.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(130));
      changes.addAll(evaluateUntil(at.plus(Duration.ofMinutes(75))));
      for (int minute = 0; minute < 4; minute++) {
        Reports.at(at.plus(Duration.ofMinutes(75)))
            .addOther("0x20200194", 2, at.plusSeconds(60L * minute))
            .countIn(store);
      }
    }

    changes.addAll(evaluateUntil(START.plus(Duration.ofDays(4))));

    assertThat(changes).extracting(DetectorTest::summary).contains("opened RECURRING");
  }

  @Test
  void an_episode_within_the_hour_counts_when_the_day_is_over() {
    List<StateChange> changes = new ArrayList<>();
    for (String start : List.of("2026-06-02T02:10", "2026-06-03T02:10", "2026-06-03T02:50")) {
      Instant at = Instant.parse(start + ":00Z");
      changes.addAll(evaluateUntil(at));
      for (int minute = 0; minute < 4; minute++) {
        Reports.at(at.plusSeconds(60L * minute)).add(2).countIn(store);
      }
    }

    changes.addAll(evaluateUntil(Instant.parse("2026-06-04T00:00:00Z")));

    assertThat(changes).extracting(DetectorTest::summary).contains("opened RECURRING");
  }

  private List<StateChange> evaluateUntil(Instant end) {
    List<StateChange> changes = new ArrayList<>();
    for (Instant at = evaluated; at.isBefore(end); at = at.plus(Duration.ofHours(1))) {
      changes.addAll(detector.evaluate(at));
    }
    evaluated = end;
    changes.addAll(detector.evaluate(end));
    return changes;
  }

  @Test
  void what_comes_back_at_the_same_time_on_three_days_recurs() {
    List<StateChange> changes = new ArrayList<>();
    for (String start : List.of("2026-06-02T02:10", "2026-06-03T02:08", "2026-06-04T02:12")) {
      Instant at = Instant.parse(start + ":00Z");
      changes.addAll(detector.evaluate(at.minus(Duration.ofHours(1))));
      for (int minute = 0; minute < 4; minute++) {
        Reports.at(at.plusSeconds(60L * minute)).add(2).countIn(store);
      }
      changes.addAll(detector.evaluate(at.plusSeconds(300)));
    }

    StateChange recurring =
        changes.stream().filter(c -> kind(c) == StateKind.RECURRING).findFirst().orElseThrow();
    SeriesState state = recurring.fold(o -> o.state(), r -> r.state(), c -> c.state());
    assertThat(state.note()).isEqualTo("daily about 02:10");
    assertThat(state.since()).isEqualTo(Instant.parse("2026-06-04T02:13:00Z"));
  }

  @Test
  void what_stops_is_quiet_and_what_returns_is_not() {
    steady("a", 20, 28 * 24);
    Instant stop = START.plus(Duration.ofDays(28));
    detector.evaluate(stop);

    List<StateChange> before =
        detector.evaluate(stop.plus(Duration.ofHours(2)).minus(Duration.ofMinutes(2)));
    List<StateChange> after = detector.evaluate(stop.plus(Duration.ofHours(2)));
    Reports.at(stop.plus(Duration.ofHours(3))).addOther("a", 1).countIn(store);
    List<StateChange> back = detector.evaluate(stop.plus(Duration.ofHours(4)));

    assertThat(before).extracting(DetectorTest::kind).doesNotContain(StateKind.QUIET);
    assertThat(after).extracting(DetectorTest::summary).containsExactly("opened QUIET");
    assertThat(back).extracting(DetectorTest::summary).contains("closed QUIET");
  }

  @Test
  void when_all_of_a_source_stop_together_the_source_is_silent() {
    steady("a", 20, 28 * 24);
    steady("b", 30, 28 * 24);
    Instant stop = START.plus(Duration.ofDays(28));
    detector.evaluate(stop);

    List<StateChange> silent = detector.evaluate(stop.plus(Duration.ofHours(3)));
    Reports.at(stop.plus(Duration.ofHours(3))).addOther("a", 1).countIn(store);
    List<StateChange> back =
        detector.evaluate(stop.plus(Duration.ofHours(3)).plus(Duration.ofMinutes(1)));

    assertThat(silent)
        .extracting(DetectorTest::summary)
        .containsExactly("opened SOURCE_SILENT", "opened SOURCE_SILENT");
    assertThat(back)
        .extracting(DetectorTest::summary)
        .contains("closed SOURCE_SILENT", "opened QUIET")
        .doesNotContain("closed QUIET");
  }

  @Test
  void what_comes_back_ten_minutes_after_it_was_resolved_is_regressed() {
    Reports.at(START).add(1).countIn(store);
    detector.evaluate(START.plusSeconds(60));
    resolve(1, START.plusSeconds(60));
    Instant grace = START.plusSeconds(60).plus(RegressionWatch.GRACE);

    Reports.at(grace).add(1).countIn(store);
    List<StateChange> within = detector.evaluate(grace.plusSeconds(60));
    Reports.at(grace.plusMillis(1)).add(1).countIn(store);
    List<StateChange> later = detector.evaluate(grace.plusSeconds(120));
    resolve(2, grace.plusSeconds(130));
    List<StateChange> resolvedAgain = detector.evaluate(grace.plusSeconds(180));

    assertThat(within).isEmpty();
    assertThat(later).extracting(DetectorTest::summary).containsExactly("opened REGRESSED");
    assertThat(resolvedAgain).extracting(DetectorTest::summary).containsExactly("closed REGRESSED");
  }

  @Test
  void a_clock_that_is_set_back_evaluates_nothing_twice() {
    Reports.at(START).add(40).countIn(store);
    detector.evaluate(START.plusSeconds(60));

    List<StateChange> setBack = detector.evaluate(START.minus(Duration.ofHours(1)));
    List<StateChange> again = detector.evaluate(START.plusSeconds(60));

    assertThat(setBack).isEmpty();
    assertThat(again).isEmpty();
    assertThat(store.evaluatedUntil()).contains(START.plusSeconds(60));
  }

  @Test
  void of_two_nodes_exactly_one_finds_each_change() {
    Detector other = new Detector(store, UTC, series -> false);
    List<StateChange> all = new ArrayList<>();
    Reports.at(START).add(40).countIn(store);
    for (int minute = 1; minute <= 200; minute++) {
      Instant now = START.plus(Duration.ofMinutes(minute));
      all.addAll((minute % 3 == 0 ? detector : other).evaluate(now));
      all.addAll((minute % 3 == 0 ? other : detector).evaluate(now));
    }

    assertThat(all)
        .extracting(DetectorTest::summary)
        .containsExactly("opened NEW", "opened SPIKE", "renewed SPIKE", "closed SPIKE");
  }

  private void steady(String text, int hourly, int hours) {
    for (int hour = 0; hour < hours; hour++) {
      Instant start = START.plus(Duration.ofHours(hour));
      Instant end = start.plus(Duration.ofMinutes(59));
      // Half at the beginning of the hour and half in its last minute.
      Reports.at(end)
          .addOther(text, hourly / 2, start)
          .addOther(text, hourly / 2, end)
          .countIn(store);
    }
  }

  private void resolve(long version, Instant at) {
    Handling resolved =
        new Handling(version, Handling.Status.RESOLVED, "discord:1", "Ana", at, Mute.off());
    store.replace(id(), resolved, StoreFixtures.event(id(), at), StoreFixtures.audit(at));
  }

  private long id() {
    return store.find(KEY).orElseThrow().id();
  }

  private static long midnight(StateChange change) {
    return Duration.between(START, state(change).since()).toDays();
  }

  private static SeriesState state(StateChange change) {
    return change.fold(o -> o.state(), r -> r.state(), c -> c.state());
  }

  private static StateKind kind(StateChange change) {
    return state(change).kind();
  }

  private static String summary(StateChange change) {
    return change.fold(o -> "opened ", r -> "renewed ", c -> "closed ") + kind(change);
  }
}
