package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.recurrence.StoreFixtures.Reports;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimelinesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** The day after the clocks of Berlin went forward, 14:30 there. */
  private static final Instant NOW = Instant.parse("2026-03-30T12:30:20Z");

  private final OccurrenceStore store =
      new InMemoryOccurrenceStore(BERLIN, new SplittableRandom(1), 100);
  private final Timelines timelines = new Timelines(store, BERLIN);

  @Test
  void a_window_of_up_to_six_hours_is_shown_in_minutes() {
    report(NOW, 3);
    report(NOW.minusSeconds(120), 4);

    Timeline timeline = timelines.until(id(), NOW, Duration.ofMinutes(4));

    assertThat(timeline.step()).isEqualTo(Timeline.Step.MINUTE);
    assertThat(timeline.bars())
        .containsExactly(
            bar("2026-03-30T12:27:00Z", 0),
            bar("2026-03-30T12:28:00Z", 4),
            bar("2026-03-30T12:29:00Z", 0),
            bar("2026-03-30T12:30:00Z", 3));
    assertThat(timeline.until()).isEqualTo("2026-03-30T12:31:00Z");
  }

  @Test
  void a_window_of_up_to_two_weeks_is_shown_in_hours_against_the_one_before() {
    report(NOW, 3);
    report(NOW.minus(Duration.ofHours(7)), 5);
    report(NOW.minus(Duration.ofHours(8)), 9);

    Timeline timeline = timelines.until(id(), NOW, Duration.ofHours(7));

    assertThat(timeline.step()).isEqualTo(Timeline.Step.HOUR);
    assertThat(timeline.window())
        .isEqualTo(
            new Interval(
                Instant.parse("2026-03-30T06:00:00Z"), Instant.parse("2026-03-30T13:00:00Z")));
    assertThat(timeline.total()).isEqualTo(3);
    assertThat(timelines.before(id(), timeline).total()).isEqualTo(14);
  }

  @Test
  void a_longer_window_is_shown_in_days_of_the_server_however_long_they_are() {
    report(NOW, 1);
    report(Instant.parse("2026-03-28T23:00:00Z"), 2);
    report(Instant.parse("2026-03-28T22:59:00Z"), 4);

    Timeline timeline = timelines.until(id(), NOW, Duration.ofDays(15));

    assertThat(timeline.step()).isEqualTo(Timeline.Step.DAY);
    assertThat(timeline.bars()).hasSize(15);
    assertThat(timeline.bars().subList(12, 15))
        .containsExactly(
            bar("2026-03-27T23:00:00Z", 4),
            bar("2026-03-28T23:00:00Z", 2),
            bar("2026-03-29T22:00:00Z", 1));
    assertThat(timelines.before(id(), timeline).until()).isEqualTo(timeline.window().from());
  }

  @Test
  void a_spike_reaches_from_its_begin_to_its_end_or_to_the_end_of_the_window() {
    report(NOW, 1);
    Instant first = NOW.minus(Duration.ofHours(5));
    SeriesState old = StoreFixtures.spike(first, null);
    SeriesState young = StoreFixtures.spike(NOW, null);
    store.save(null, first, List.of(new StateChange.Opened(id(), old)));
    Instant over = first.plusSeconds(3_600);
    store.save(first, over, List.of(new StateChange.Closed(id(), old, over)));
    store.save(over, NOW, List.of(new StateChange.Opened(id(), young)));
    Interval window = new Interval(first.plusSeconds(60), NOW.plusSeconds(600));

    List<Interval> spikes = timelines.spikes(id(), window);

    assertThat(spikes)
        .containsExactly(new Interval(NOW, window.until()), new Interval(window.from(), over));
  }

  @Test
  void hours_without_occurrences_count_0() {
    report(NOW, 3);
    Interval window = Timelines.lastHours(3, NOW);

    assertThat(timelines.hourly(List.of(id(), 99L), window))
        .isEqualTo(Map.of(id(), List.of(0L, 0L, 3L), 99L, List.of(0L, 0L, 0L)));
  }

  private static Timeline.Bar bar(String start, long count) {
    return new Timeline.Bar(Instant.parse(start), count);
  }

  private void report(Instant at, long count) {
    Reports.at(at).add(count, at).countIn(store);
  }

  private long id() {
    return store.find("amp", "0x00200194").get(0).id();
  }
}
