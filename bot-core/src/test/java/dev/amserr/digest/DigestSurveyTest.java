package dev.amserr.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.amserr.recurrence.Batch;
import dev.amserr.recurrence.Handling;
import dev.amserr.recurrence.Mute;
import dev.amserr.recurrence.PlayCount;
import dev.amserr.recurrence.SeriesEvent;
import dev.amserr.recurrence.SeriesState;
import dev.amserr.recurrence.Sheds;
import dev.amserr.recurrence.StateChange;
import dev.amserr.recurrence.StateKind;
import dev.amserr.recurrence.TopQuery;
import dev.amserr.recurrence.Why;
import dev.amserr.storage.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DigestSurveyTest {

  private static final Instant NINE = Instant.parse("2026-03-03T09:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final DigestWindow WINDOW = new DigestWindow(NINE.minus(DAY), NINE);
  private static final DigestSchedule DAILY =
      DigestSchedule.of("daily", "0 9 * * *", ZoneId.of("UTC"), "team");

  private final DigestDesk desk = new DigestDesk(NINE);

  @Test
  void a_series_is_counted_in_the_window_and_in_the_one_before() {
    long series = desk.count("0x01", NINE.minus(Duration.ofHours(30)), 40);
    desk.count("0x01", NINE.minus(Duration.ofHours(2)), 60);
    desk.open(series, StateKind.SPIKE, NINE.minus(Duration.ofHours(2)));

    DigestSnapshot snapshot = survey(DAILY);

    DigestSnapshot.Line line = snapshot.sections().get(0).lines().get(0);
    assertThat(line.count()).isEqualTo(60);
    assertThat(line.before()).isEqualTo(40);
    assertThat(line.bars()).hasSize(24).endsWith(60L, 0L);
    assertThat(snapshot.totals()).isEqualTo(new DigestSnapshot.Totals(60, 40, 1));
    assertThat(snapshot.chart().bands().get(0).spikes())
        .containsExactly(NINE.minus(Duration.ofHours(2)));
  }

  @Test
  void plays_are_those_of_the_window_to_the_minute() {
    Instant end = NINE.plus(Duration.ofMinutes(30));
    plays(end.minus(DAY).minusSeconds(60), 1_000);
    plays(end.minus(DAY), 40);
    plays(end.minusSeconds(60), 60);
    plays(end, 5_000);
    Instant at = end.minus(Duration.ofHours(3));
    desk.open(desk.count("0x01", at, 10), StateKind.SPIKE, at);

    DigestSnapshot snapshot = survey(DAILY, new DigestWindow(end.minus(DAY), end));

    assertThat(snapshot.sections().get(0).lines().get(0).plays()).isEqualTo(100);
  }

  @Test
  void bars_are_the_full_hours_that_the_window_touches() {
    Instant end = NINE.plus(Duration.ofMinutes(30));
    desk.count("0x01", NINE.minus(DAY).plus(Duration.ofMinutes(40)), 7);
    long series = desk.count("0x01", NINE.plus(Duration.ofMinutes(10)), 3);
    desk.open(series, StateKind.SPIKE, NINE.plus(Duration.ofMinutes(10)));

    DigestSnapshot snapshot = survey(DAILY, new DigestWindow(end.minus(DAY), end));

    assertThat(snapshot.sections().get(0).lines().get(0).bars())
        .hasSize(25)
        .startsWith(7L, 0L)
        .endsWith(0L, 3L);
    assertThat(snapshot.chart().start()).isEqualTo(NINE.minus(DAY));
    assertThat(snapshot.chart().bands().get(0).counts())
        .isEqualTo(snapshot.sections().get(0).lines().get(0).bars());
  }

  @Test
  void a_spike_that_is_over_by_the_end_of_the_window_is_told() {
    Instant three = NINE.minus(Duration.ofHours(6));
    long series = desk.count("0x01", three, 60);
    desk.open(series, StateKind.SPIKE, three);
    desk.close(series, StateKind.SPIKE, three, three.plusSeconds(3600));

    assertThat(survey(DAILY).sections())
        .extracting(DigestSnapshot.Section::state)
        .containsExactly(StateKind.SPIKE);
  }

  @Test
  void new_is_what_was_first_seen_in_the_window() {
    long old = desk.count("0x01", NINE.minus(Duration.ofHours(30)), 1);
    desk.open(old, StateKind.NEW, NINE.minus(Duration.ofHours(30)));
    long fresh = desk.count("0x02", NINE.minus(Duration.ofHours(3)), 1);
    desk.open(fresh, StateKind.NEW, NINE.minus(Duration.ofHours(3)));

    assertThat(survey(DAILY).sections().get(0).lines())
        .extracting(DigestSnapshot.Line::series)
        .containsExactly(fresh);
  }

  @Test
  void what_is_new_is_counted_however_many_series_are_more_frequent() {
    Instant at = NINE.minus(Duration.ofHours(3));
    for (int code = 0; code < TopQuery.MOST; code++) {
      desk.count("0x1" + code, at, 2);
    }
    long fresh = desk.count("0x01", at, 1);
    desk.open(fresh, StateKind.NEW, at);
    DigestFilter once = new DigestFilter(Set.of(), Set.of(), Set.of(), Set.of(), 1);

    DigestSnapshot snapshot = survey(with(once, Sensitivity.NORMAL));

    assertThat(snapshot.sections().get(0).lines())
        .extracting(DigestSnapshot.Line::series, DigestSnapshot.Line::count)
        .containsExactly(tuple(fresh, 1L));
    assertThat(snapshot.totals()).isEqualTo(new DigestSnapshot.Totals(2_001, 0, 1_001));
  }

  @Test
  void what_fell_silent_is_counted_in_the_window_before() {
    long series = desk.count("0x01", NINE.minus(Duration.ofHours(30)), 40);
    desk.open(series, StateKind.QUIET, NINE.minus(Duration.ofHours(20)));

    DigestSnapshot snapshot = survey(DAILY);

    assertThat(snapshot.sections().get(0).lines())
        .extracting(DigestSnapshot.Line::count, DigestSnapshot.Line::before)
        .containsExactly(tuple(0L, 40L));
    assertThat(snapshot.totals()).isEqualTo(new DigestSnapshot.Totals(0, 40, 0));
  }

  @Test
  void a_series_stands_in_its_first_section_and_names_the_others() {
    Instant at = NINE.minus(Duration.ofHours(3));
    long series = desk.count("0x01", at, 60);
    desk.open(series, StateKind.NEW, at);
    desk.open(series, StateKind.SPIKE, at.plusSeconds(60));

    DigestSnapshot snapshot = survey(DAILY);

    assertThat(snapshot.sections())
        .extracting(DigestSnapshot.Section::state)
        .containsExactly(StateKind.SPIKE);
    assertThat(snapshot.sections().get(0).lines().get(0).also()).containsExactly(StateKind.NEW);
  }

  @Test
  void what_is_acknowledged_or_muted_is_counted_and_left_out() {
    Instant at = NINE.minus(Duration.ofHours(3));
    long acknowledged = desk.count("0x01", at, 60);
    desk.open(acknowledged, StateKind.SPIKE, at);
    handle(acknowledged, Handling.Status.ACKNOWLEDGED, Mute.off());
    long muted = desk.count("0x02", at, 60);
    desk.open(muted, StateKind.SPIKE, at.plusSeconds(60));
    handle(muted, Handling.Status.OPEN, Mute.untilAbove(100));
    long loud = desk.count("0x03", at, 160);
    desk.open(loud, StateKind.SPIKE, at.plusSeconds(120));
    handle(loud, Handling.Status.OPEN, Mute.untilAbove(100));

    DigestSnapshot snapshot = survey(DAILY);

    assertThat(snapshot.acknowledged()).isEqualTo(1);
    assertThat(snapshot.muted()).isEqualTo(1);
    assertThat(snapshot.sections().get(0).lines())
        .extracting(DigestSnapshot.Line::series)
        .containsExactly(loud);
  }

  @Test
  void a_silent_source_is_one_line_to_check() {
    Instant at = NINE.minus(Duration.ofHours(30));
    for (String code : List.of("0x01", "0x02", "0x03")) {
      desk.open(desk.count(code, at, 60), StateKind.SOURCE_SILENT, NINE.minusSeconds(3600));
    }

    DigestSnapshot.Section section = survey(DAILY).sections().get(0);

    assertThat(section.state()).isEqualTo(StateKind.SOURCE_SILENT);
    assertThat(section.lines()).hasSize(1);
    assertThat(section.lines().get(0).key().source()).isEqualTo("web-eu");
    assertThat(section.lines().get(0).note())
        .isEqualTo("3 series silent together: check the reporter");
  }

  @Test
  void a_filter_leaves_out_what_it_is_not_about() {
    Instant at = NINE.minus(Duration.ofHours(3));
    desk.open(desk.count("0x01", at, 5), StateKind.SPIKE, at);
    DigestFilter tooFew = new DigestFilter(Set.of(), Set.of(), Set.of(), Set.of(), 6);
    DigestFilter otherSystem = new DigestFilter(Set.of("shaka"), Set.of(), Set.of(), Set.of(), 0);
    DigestFilter otherState =
        new DigestFilter(Set.of(), Set.of(), Set.of(), Set.of(StateKind.NEW), 0);
    DigestFilter fits =
        new DigestFilter(Set.of("amp"), Set.of("web-eu"), Set.of(), Set.of(StateKind.SPIKE), 5);

    assertThat(survey(with(tooFew, Sensitivity.NORMAL)).isEmpty()).isTrue();
    assertThat(survey(with(otherSystem, Sensitivity.NORMAL)).isEmpty()).isTrue();
    assertThat(survey(with(otherState, Sensitivity.NORMAL)).isEmpty()).isTrue();
    assertThat(survey(with(fits, Sensitivity.NORMAL)).isEmpty()).isFalse();
    assertThat(survey(with(fits, Sensitivity.LOW)).isEmpty()).isTrue();
  }

  @Test
  void low_sensitivity_lists_spikes_that_are_over_if_they_were_sure() {
    long sure = desk.count("0x01", NINE.minus(Duration.ofHours(6)), 60);
    long faint = desk.count("0x02", NINE.minus(Duration.ofHours(6)), 60);
    spikeThatIsOver(sure, 6);
    spikeThatIsOver(faint, 5);

    DigestSnapshot low = survey(with(DigestFilter.all(), Sensitivity.LOW));
    DigestSnapshot normal = survey(with(DigestFilter.all(), Sensitivity.NORMAL));

    assertThat(low.sections().get(0).lines())
        .extracting(DigestSnapshot.Line::series)
        .containsExactly(sure);
    assertThat(normal.flagged()).isEqualTo(2);
  }

  private void spikeThatIsOver(long series, int z) {
    Instant since = NINE.minus(Duration.ofHours(6));
    SeriesState state =
        new SeriesState(StateKind.SPIKE, since, new Why(60, 18.66, 5.25), z, "", null);
    Instant before = desk.store.evaluatedUntil().orElse(null);
    Instant until = before == null ? since : before.plusSeconds(60);
    desk.store.save(
        before,
        until,
        List.of(
            new StateChange.Opened(series, state),
            new StateChange.Closed(series, state, since.plusSeconds(3600))));
  }

  private void handle(long series, Handling.Status status, Mute mute) {
    desk.store.replace(
        series,
        new Handling(1, status, "discord:1", "Ana", NINE.minusSeconds(60), mute),
        new SeriesEvent(
            series,
            NINE.minusSeconds(60),
            SeriesEvent.Kind.ACKNOWLEDGED,
            "discord:1",
            "Ana",
            Mute.off(),
            ""),
        new AuditEntry(
            NINE.minusSeconds(60), "discord", "1", "Ana", "errors.ack", "amp:0x01", "", "", ""));
  }

  private void plays(Instant minute, long count) {
    desk.store.commit(
        List.of(new Batch(null, List.of(), List.of(new PlayCount("web-eu", minute, count)))),
        Sheds.NONE,
        minute);
  }

  private DigestSnapshot survey(DigestSchedule schedule) {
    return survey(schedule, WINDOW);
  }

  private DigestSnapshot survey(DigestSchedule schedule, DigestWindow window) {
    Instant end = window.until();
    return desk.survey.snapshot(schedule, new RunId("daily", end), window, DueRun.Missed.NONE, end);
  }

  private static DigestSchedule with(DigestFilter filter, Sensitivity sensitivity) {
    return new DigestSchedule(
        DAILY.name(),
        DAILY.cron(),
        DAILY.zone(),
        null,
        filter,
        DAILY.destinations(),
        OnMissed.COMBINE,
        false,
        sensitivity);
  }
}
