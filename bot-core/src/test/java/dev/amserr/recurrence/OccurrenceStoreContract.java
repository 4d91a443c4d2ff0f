package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.amserr.recurrence.StoreFixtures.Reports;
import dev.amserr.storage.AuditEntry;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every store of occurrences does. */
public abstract class OccurrenceStoreContract {

  private static final Instant NOW = Instant.parse("2026-06-10T12:34:56.789Z");
  private static final Instant MINUTE = Instant.parse("2026-06-10T12:34:00Z");
  private static final Instant HOUR = Instant.parse("2026-06-10T12:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final SeriesKey KEY = new SeriesKey("amp", "0x00200194", "web-eu");
  private static final Interval ALWAYS =
      new Interval(NOW.minus(Duration.ofDays(6)), NOW.plus(Duration.ofDays(1)));

  /**
   * An empty store.
   *
   * @param zone whose days it counts
   * @param mostSeries how many series it keeps until the overflow
   */
  protected abstract OccurrenceStore store(ZoneId zone, int mostSeries);

  /** What the store that was made last wrote to the audit log, oldest first. */
  protected abstract List<AuditEntry> audit();

  private OccurrenceStore store() {
    return store(BERLIN, OccurrenceCounter.MOST_SERIES);
  }

  @Test
  void what_is_counted_stands_in_its_minute_hour_and_day() {
    OccurrenceStore store = store();

    Receipt receipt = Reports.at(NOW).add(3).add(2).countIn(store);

    long id = id(store);
    assertThat(receipt).isEqualTo(new Receipt(2, 0, 0));
    assertThat(store.minutes(id, ALWAYS)).containsExactly(new MinuteBucket(id, MINUTE, 5, 0));
    assertThat(store.hours(List.of(id), ALWAYS))
        .containsExactly(new HourBucket(id, HOUR, 5, 0, 0, 0));
    assertThat(store.days(id, day("2026-06-01"), day("2026-07-01")))
        .containsExactly(new DayBucket(id, day("2026-06-10"), 5));
  }

  @Test
  void a_day_is_one_of_the_stores_zone() {
    OccurrenceStore store = store();

    Reports.at(Instant.parse("2026-06-10T21:59:59Z")).add(1).countIn(store);
    Reports.at(Instant.parse("2026-06-10T22:00:00Z")).add(2).countIn(store);

    long id = id(store);
    assertThat(store.days(id, day("2026-06-10"), day("2026-06-12")))
        .containsExactly(
            new DayBucket(id, day("2026-06-10"), 1), new DayBucket(id, day("2026-06-11"), 2));
    assertThat(store.days(id, day("2026-06-10"), day("2026-06-11"))).hasSize(1);
    assertThat(store.dayTotals(day("2026-06-10"), day("2026-06-12"))).isEqualTo(Map.of(id, 3L));
    assertThat(store.dayTotals(day("2026-06-12"), day("2026-06-13"))).isEmpty();
  }

  @Test
  void batches_of_one_commit_and_of_several_add_up() {
    OccurrenceStore store = store();

    List<Receipt> receipts =
        store.commit(
            List.of(Reports.at(NOW).add(1).batch(), Reports.at(NOW).add(2).batch()),
            Sheds.NONE,
            NOW);
    Reports.at(NOW.plusSeconds(60)).add(4).countIn(store);

    long id = id(store);
    assertThat(receipts).containsExactly(new Receipt(1, 0, 0), new Receipt(1, 0, 0));
    assertThat(store.minutes(id, ALWAYS))
        .containsExactly(
            new MinuteBucket(id, MINUTE, 3, 0), new MinuteBucket(id, MINUTE.plusSeconds(60), 4, 0));
    assertThat(store.hours(List.of(id), ALWAYS)).extracting(HourBucket::count).containsExactly(7L);
  }

  @Test
  void a_series_knows_its_name_and_when_it_was_seen_first_and_last() {
    OccurrenceStore store = store();
    Reports.at(NOW).add(1).countIn(store);

    Reports.at(NOW).add(1, NOW.minusSeconds(7_200)).countIn(store);
    Reports.at(NOW.plusMillis(5)).add(1).countIn(store);

    Series series = store.find(KEY).orElseThrow();
    assertThat(series)
        .isEqualTo(
            new Series(
                series.id(),
                KEY,
                Reports.NAME,
                NOW.minusSeconds(7_200),
                NOW.plusMillis(5),
                Handling.NONE));
    assertThat(store.find("amp", "0x00200194")).containsExactly(series);
    assertThat(store.series(List.of(series.id(), 999L))).containsExactly(series);
    assertThat(store.find(new SeriesKey("amp", "0x00200194", "tv"))).isEmpty();
  }

  @Test
  void late_occurrences_count_at_arrival_and_as_late() {
    OccurrenceStore store = store();
    Instant old = NOW.minus(OccurrenceCounter.OLDEST).minusMillis(1);

    Receipt receipt = Reports.at(NOW).add(1).add(7, old).countIn(store);

    long id = id(store);
    assertThat(receipt).isEqualTo(new Receipt(2, 0, 1));
    assertThat(store.minutes(id, ALWAYS)).containsExactly(new MinuteBucket(id, MINUTE, 8, 7));
    assertThat(store.hours(List.of(id), ALWAYS)).extracting(HourBucket::late).containsExactly(7L);
  }

  @Test
  void an_id_counts_once_in_24_hours() {
    OccurrenceStore store = store();
    Instant next = NOW.plus(Duration.ofHours(24));

    Receipt twice = Reports.at(NOW).addId(1, "a").addId(1, "a").countIn(store);
    Receipt again = Reports.at(next.minusMillis(1)).addId(1, "a").addId(1, "b").countIn(store);
    Receipt after = Reports.at(next).addId(1, "a").countIn(store);

    assertThat(twice).isEqualTo(new Receipt(1, 1, 0));
    assertThat(again).isEqualTo(new Receipt(1, 1, 0));
    assertThat(after).isEqualTo(new Receipt(1, 0, 0));
    assertThat(total(store)).isEqualTo(3);
  }

  @Test
  void a_batch_with_a_known_key_counts_nothing_at_all() {
    OccurrenceStore store = store();
    Batch batch = Reports.at(NOW, OnceKey.batch("t", "k")).add(2).addId(1, "a").plays(9).batch();

    Receipt first = store.commit(List.of(batch), Sheds.NONE, NOW).get(0);
    List<Receipt> repeated = store.commit(List.of(batch, batch), Sheds.NONE, NOW.plusSeconds(1));

    assertThat(first).isEqualTo(new Receipt(3, 0, 0));
    assertThat(repeated).containsExactly(new Receipt(0, 3, 0), new Receipt(0, 3, 0));
    assertThat(total(store)).isEqualTo(3);
    assertThat(store.sources(ALWAYS)).extracting(SourceActivity::plays).containsExactly(9L);
  }

  @Test
  void two_batches_with_one_key_in_the_same_commit_count_once() {
    OccurrenceStore store = store();
    Batch batch = Reports.at(NOW, OnceKey.batch("t", "k")).add(2).batch();

    List<Receipt> receipts = store.commit(List.of(batch, batch), Sheds.NONE, NOW);

    assertThat(receipts).containsExactly(new Receipt(1, 0, 0), new Receipt(0, 1, 0));
    assertThat(total(store)).isEqualTo(2);
  }

  @Test
  void a_repeated_alert_moves_only_when_it_was_seen_last() {
    OccurrenceStore store = store();
    OnceKey firing = OnceKey.alert("f00", NOW);
    Reports.at(NOW).addAlert(firing, NOW).countIn(store);
    Instant later = NOW.plus(Duration.ofDays(20));
    Instant evenLater = NOW.plus(Duration.ofDays(40));

    Receipt repeated = Reports.at(later).addAlert(firing, later).countIn(store);
    Receipt renewed = Reports.at(evenLater).addAlert(firing, evenLater).countIn(store);

    assertThat(repeated).isEqualTo(new Receipt(0, 1, 0));
    assertThat(renewed).isEqualTo(new Receipt(0, 1, 0));
    assertThat(total(store)).isEqualTo(1);
    assertThat(store.find(KEY).orElseThrow().lastSeen()).isEqualTo(evenLater);
  }

  @Test
  void of_many_who_count_the_same_at_once_one_counts_it() throws Exception {
    OccurrenceStore store = store();
    Callable<Receipt> count =
        () -> Reports.at(NOW).add(1).addId(1, "a").addOther("x", 1).countIn(store);

    List<Receipt> receipts = inParallel(8, count);

    assertThat(receipts).extracting(Receipt::duplicate).containsOnlyOnce(0);
    assertThat(total(store)).isEqualTo(8 + 1 + 8);
    assertThat(store.find("", "x")).hasSize(1);
  }

  @Test
  void series_beyond_the_most_are_counted_together_and_told() {
    OccurrenceStore store = store(BERLIN, 2);
    Reports.at(NOW).addOther("a", 1).addOther("b", 1).countIn(store);

    Reports.at(NOW).addOther("c", 3).addOther("d", 4).addOther("a", 1).countIn(store);

    Series overflow = store.find(SeriesKey.OVERFLOW).orElseThrow();
    assertThat(store.minutes(overflow.id(), ALWAYS))
        .extracting(MinuteBucket::count)
        .containsExactly(7L);
    assertThat(store.find("", "c")).isEmpty();
    assertThat(store.sheds(ALWAYS)).isEqualTo(new Sheds(0, 0, 7));
    assertThat(store.top(TopQuery.of(ALWAYS, 10)).total()).isEqualTo(10);
  }

  @Test
  void what_was_shed_before_is_kept_by_the_hour() {
    OccurrenceStore store = store();

    store.commit(List.of(), new Sheds(3, 2, 0), NOW);
    store.commit(List.of(), new Sheds(4, 0, 0), NOW);

    assertThat(store.sheds(new Interval(HOUR, HOUR.plusSeconds(1)))).isEqualTo(new Sheds(7, 2, 0));
    assertThat(store.sheds(new Interval(HOUR.plusSeconds(1), NOW.plusSeconds(9_999))))
        .isEqualTo(Sheds.NONE);
  }

  @Test
  void a_series_keeps_no_more_than_twenty_samples() {
    OccurrenceStore store = store();
    List<Sample> offered = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Sample sample =
          new Sample(
              NOW.plusSeconds(i),
              "0x20200194",
              "message " + i + " 🎬",
              "s" + i,
              new TreeMap<>(Map.of("tech", "AzureHtml5JS")));
      offered.add(sample);
      Reports.at(NOW.plusSeconds(i)).add(sample).countIn(store);
    }

    List<Sample> kept = store.samples(id(store));

    assertThat(kept).hasSize(Sample.MOST).isSubsetOf(offered).doesNotHaveDuplicates();
    assertThat(kept)
        .isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()))
        .anyMatch(sample -> offered.indexOf(sample) >= Sample.MOST);
  }

  @Test
  void recent_counts_are_those_of_the_last_60_and_5_full_minutes() {
    OccurrenceStore store = store();
    Instant end = MINUTE.plusSeconds(60);
    Reports reports = Reports.at(NOW).plays(100);
    reports.add(1, end);
    reports.add(2, end.minusSeconds(1));
    reports.add(4, end.minusSeconds(300));
    reports.add(8, end.minusSeconds(301));
    reports.add(16, end.minusSeconds(3_600));
    reports.add(32, end.minusSeconds(3_601));
    reports.countIn(store);
    Reports.at(NOW).addOther("old", 5, end.minusSeconds(3_601)).countIn(store);

    List<RecentCount> recent = store.recent(end);

    assertThat(recent).containsExactly(new RecentCount(id(store), 30, 6, 100, 100));
  }

  @Test
  void minutes_and_hours_are_read_within_their_window_only() {
    OccurrenceStore store = store();
    Reports.at(NOW).add(1).addOther("x", 1).countIn(store);
    Reports.at(NOW).add(2, NOW.minusSeconds(3_600)).countIn(store);

    long id = id(store);
    assertThat(store.minutes(id, new Interval(MINUTE.minusSeconds(3_600), MINUTE)))
        .extracting(MinuteBucket::count)
        .containsExactly(2L);
    assertThat(store.hours(List.of(id), new Interval(HOUR, HOUR.plusMillis(1))))
        .extracting(HourBucket::count)
        .containsExactly(1L);
    assertThat(store.hours(List.of(), ALWAYS)).isEmpty();
    long other = store.find("", "x").get(0).id();
    assertThat(store.hours(List.of(other, id), ALWAYS))
        .extracting(HourBucket::series)
        .isSorted()
        .hasSize(3);
  }

  @Test
  void an_hour_that_is_over_gets_its_maxima_and_so_does_the_hour_after_it() {
    OccurrenceStore store = store();
    Instant now = HOUR.plus(Duration.ofHours(3));
    Reports reports = Reports.at(now);
    reports.add(10, HOUR.plus(Duration.ofMinutes(57)));
    reports.add(20, HOUR.plus(Duration.ofMinutes(59)));
    reports.countIn(store);

    store.rollUp(now);
    store.rollUp(now);

    long id = id(store);
    assertThat(store.hours(List.of(id), ALWAYS))
        .containsExactly(
            new HourBucket(id, HOUR, 30, 0, 30, 30),
            new HourBucket(id, HOUR.plusSeconds(3_600), 0, 0, 30, 30));
  }

  @Test
  void an_hour_that_goes_on_is_left_for_later() {
    OccurrenceStore store = store();
    Reports.at(NOW).add(10).countIn(store);

    store.rollUp(HOUR.plus(Duration.ofMinutes(59)));
    List<HourBucket> during = store.hours(List.of(id(store)), ALWAYS);
    store.rollUp(HOUR.plus(Duration.ofHours(1)));
    List<HourBucket> after = store.hours(List.of(id(store)), ALWAYS);
    store.rollUp(HOUR.plus(Duration.ofHours(2)));
    List<HourBucket> hourLater = store.hours(List.of(id(store)), ALWAYS);

    assertThat(during).extracting(HourBucket::max60).containsExactly(0L);
    assertThat(after).extracting(HourBucket::max60).containsExactly(10L);
    assertThat(hourLater).extracting(HourBucket::max60).containsExactly(10L, 10L);
  }

  @Test
  void an_hour_that_changes_after_its_roll_up_is_rolled_up_again() {
    OccurrenceStore store = store();
    Instant now = HOUR.plus(Duration.ofHours(3));
    Reports.at(now).add(10, HOUR).countIn(store);
    store.rollUp(now);

    Reports.at(now).add(5, HOUR.plusSeconds(60)).countIn(store);
    store.rollUp(now);

    assertThat(store.hours(List.of(id(store)), ALWAYS))
        .extracting(HourBucket::max60)
        .containsExactly(15L, 5L);
  }

  @Test
  void plays_are_counted_by_source_and_hour_with_errors_or_without() {
    OccurrenceStore store = store();
    Instant earlier = NOW.minusSeconds(7_200);
    Reports.at(NOW).add(1).plays(40).plays(2).countIn(store);
    Reports.at(earlier).plays(7).countIn(store);
    Reports.from("tv", NOW).plays(5).countIn(store);
    Instant end = MINUTE.plusSeconds(60);

    assertThat(store.plays(List.of("web-eu", "unheard"), ALWAYS))
        .isEqualTo(Map.of("web-eu", Map.of(HOUR, 42L, HOUR.minusSeconds(7_200), 7L)));
    assertThat(store.plays(List.of("web-eu", "tv"), new Interval(HOUR, end)))
        .isEqualTo(Map.of("web-eu", Map.of(HOUR, 42L), "tv", Map.of(HOUR, 5L)));
    assertThat(store.plays(List.of(), ALWAYS)).isEmpty();
    assertThat(store.recent(end)).extracting(RecentCount::plays60).containsExactly(42L);
    assertThat(store.recent(end.plusSeconds(300)))
        .extracting(RecentCount::plays5)
        .containsExactly(0L);
    assertThat(store.sources(ALWAYS))
        .containsExactly(
            new SourceActivity("tv", 0, 0, 5, null), new SourceActivity("web-eu", 1, 1, 49, NOW));
  }

  @Test
  void the_top_lists_the_most_frequent_and_counts_the_rest() {
    OccurrenceStore store = store();
    Interval window = new Interval(MINUTE.minusSeconds(3_600), MINUTE.plusSeconds(60));
    Instant before = window.from().minusSeconds(60);
    Reports.at(NOW).addOther("a", 5).addOther("b", 9).addOther("c", 1).countIn(store);
    Reports.at(NOW).addOther("a", 7, before).addOther("d", 4, before).countIn(store);

    Top top = store.top(TopQuery.of(window, 2));

    assertThat(top.lines())
        .extracting(line -> line.series().key().code(), Top.Line::count, Top.Line::before)
        .containsExactly(tuple("b", 9L, 0L), tuple("a", 5L, 7L));
    assertThat(top.more()).isEqualTo(1);
    assertThat(top.total()).isEqualTo(15);
    assertThat(top.totalBefore()).isEqualTo(11);
  }

  @Test
  void some_series_are_counted_to_the_minute() {
    OccurrenceStore store = store();
    Interval window = new Interval(MINUTE.minusSeconds(3_600), MINUTE.plusSeconds(60));
    Instant before = window.from().minusSeconds(60);
    Reports.at(NOW).addOther("a", 5).addOther("b", 9).countIn(store);
    Reports.at(NOW)
        .addOther("a", 3, window.from())
        .addOther("a", 7, before)
        .addOther("c", 4, before)
        .countIn(store);
    long a = store.find("", "a").get(0).id();
    long c = store.find("", "c").get(0).id();

    assertThat(store.counts(List.of(a, c, 999L), window)).isEqualTo(Map.of(a, 8L));
    assertThat(store.counts(List.of(a, c), ALWAYS)).isEqualTo(Map.of(a, 15L, c, 4L));
    assertThat(store.counts(List.of(), ALWAYS)).isEmpty();
  }

  @Test
  void the_top_can_be_of_one_source_or_system() {
    OccurrenceStore store = store();
    Reports.at(NOW).add(1).addOther("a", 5).countIn(store);
    Reports.from("tv", NOW).add(2).countIn(store);

    assertThat(codes(store.top(new TopQuery(ALWAYS, "web-eu", null, 10))))
        .containsExactly("a", "0x00200194");
    assertThat(codes(store.top(new TopQuery(ALWAYS, null, "amp", 10))))
        .containsExactly("0x00200194", "0x00200194");
    assertThat(codes(store.top(new TopQuery(ALWAYS, null, "", 10)))).containsExactly("a");
    assertThat(codes(store.top(new TopQuery(ALWAYS, "tv", "http", 10)))).isEmpty();
  }

  @Test
  void the_top_of_weeks_counts_every_day_once() {
    OccurrenceStore store = store();
    for (int day = 20; day >= 0; day--) {
      Instant then = NOW.minus(Duration.ofDays(day));
      Reports.at(then).add(1).countIn(store);
      store.rollUp(then);
    }
    Instant end = HOUR.plusSeconds(3_600);

    Top fortnight = store.top(TopQuery.of(new Interval(end.minus(Duration.ofDays(10)), end), 5));

    assertThat(fortnight.total()).isEqualTo(10);
    assertThat(fortnight.totalBefore()).isEqualTo(10);
  }

  @Test
  void series_seen_since_a_time_are_listed() {
    OccurrenceStore store = store();
    Reports.at(NOW).add(1).countIn(store);
    Reports.at(NOW).addOther("old", 1, NOW.minusSeconds(60)).countIn(store);

    assertThat(store.seenSince(NOW)).extracting(Series::key).containsExactly(KEY);
    assertThat(store.seenSince(NOW.minusSeconds(60))).hasSize(2);
    assertThat(store.seenSince(NOW.plusMillis(1))).isEmpty();
  }

  @Test
  void what_an_evaluation_found_is_kept_with_its_history() {
    OccurrenceStore store = store();
    Reports.at(NOW).add(1).countIn(store);
    long id = id(store);
    SeriesState spike = StoreFixtures.spike(MINUTE, null);
    SeriesState calm = StoreFixtures.spike(MINUTE, MINUTE.plusSeconds(60));
    SeriesState fresh = SeriesState.of(StateKind.NEW, MINUTE, new Why(0.5, 7, 0), "note");

    save(store, MINUTE, new StateChange.Opened(id, fresh), new StateChange.Opened(id, spike));
    Map<Long, List<SeriesState>> both = store.openStates();
    save(store, MINUTE.plusSeconds(60), new StateChange.Renewed(id, calm));
    Map<Long, List<SeriesState>> renewed = store.openStates(List.of(id, 999L));
    save(store, MINUTE.plusSeconds(120), new StateChange.Closed(id, calm, MINUTE.plusSeconds(120)));

    assertThat(both).isEqualTo(Map.of(id, List.of(spike, fresh)));
    assertThat(renewed).isEqualTo(Map.of(id, List.of(calm, fresh)));
    assertThat(store.openStates()).isEqualTo(Map.of(id, List.of(fresh)));
    assertThat(store.evaluatedUntil()).contains(MINUTE.plusSeconds(120));
    assertThat(store.events(id, 10))
        .extracting(SeriesEvent::kind, SeriesEvent::state, SeriesEvent::why)
        .startsWith(tuple(SeriesEvent.Kind.STATE_CLOSED, StateKind.SPIKE, calm.why()))
        .hasSize(3);
    assertThat(store.events(id, 1)).hasSize(1);
  }

  @Test
  void only_the_first_of_two_evaluations_of_the_same_minutes_is_kept() {
    OccurrenceStore store = store();
    Reports.at(NOW).add(1).countIn(store);
    StateChange opened = new StateChange.Opened(id(store), StoreFixtures.spike(MINUTE, null));

    SeriesStates.Saving first = store.save(null, MINUTE, List.of());
    SeriesStates.Saving second = store.save(null, MINUTE.plusSeconds(60), List.of(opened));

    assertThat(first).isEqualTo(new SeriesStates.Saved());
    assertThat(second).isEqualTo(new SeriesStates.Overtaken(MINUTE));
    assertThat(store.openStates()).isEmpty();
    assertThat(store.evaluatedUntil()).contains(MINUTE);
  }

  @Test
  void of_many_who_act_on_the_same_series_at_once_one_does() throws Exception {
    OccurrenceStore store = store();
    Reports.at(NOW).add(1).countIn(store);
    long id = id(store);
    Handling taken = StoreFixtures.acknowledged(1, NOW);
    Callable<SeriesStates.Replacement> act =
        () -> store.replace(id, taken, StoreFixtures.event(id, NOW), StoreFixtures.audit(NOW));

    List<SeriesStates.Replacement> results = inParallel(8, act);

    assertThat(results).containsOnlyOnce(new SeriesStates.Replaced());
    assertThat(results)
        .filteredOn(new SeriesStates.Conflict(taken)::equals)
        .hasSize(results.size() - 1);
    assertThat(store.find(KEY).orElseThrow().handling()).isEqualTo(taken);
    assertThat(store.events(id, 10)).containsExactly(StoreFixtures.event(id, NOW));
    assertThat(audit()).containsExactly(StoreFixtures.audit(NOW));
  }

  @Test
  void what_people_did_is_kept_to_the_letter() {
    OccurrenceStore store = store();
    Reports.at(NOW).add(1).countIn(store);
    long id = id(store);
    List<Mute> mutes = List.of(Mute.until(NOW.plusSeconds(1)), Mute.untilAbove(77), Mute.off());

    List<Handling> kept = new ArrayList<>();
    List<Handling> given = new ArrayList<>();
    List<SeriesEvent> lines = new ArrayList<>();
    for (int i = 0; i < mutes.size(); i++) {
      Handling next =
          new Handling(i + 1L, Handling.Status.RESOLVED, "slack:U1", "Ana", NOW, mutes.get(i));
      SeriesEvent line = StoreFixtures.muted(id, NOW, mutes.get(i));
      store.replace(id, next, line, StoreFixtures.audit(NOW));
      lines.add(0, line);
      given.add(next);
      kept.add(store.find(KEY).orElseThrow().handling());
    }

    assertThat(kept).isEqualTo(given);
    assertThat(store.events(id, 10)).isEqualTo(lines);
    assertThat(store.resolved()).extracting(Series::id).containsExactly(id);
    assertThat(store.replace(999, given.get(0), StoreFixtures.event(999, NOW), audit().get(0)))
        .isEqualTo(new SeriesStates.Gone());
  }

  @Test
  void what_is_too_old_is_removed_and_days_are_kept() {
    OccurrenceStore store = store();
    Reports.at(NOW).addId(3, "a").countIn(store);
    long id = id(store);
    store.rollUp(NOW.plus(Duration.ofHours(3)));
    Instant weekLater = MINUTE.plus(StoreUpkeep.MINUTES_KEPT);

    store.expire(weekLater, 100);
    List<MinuteBucket> atTheWeek = store.minutes(id, ALWAYS);
    store.expire(weekLater.plusSeconds(60), 100);
    List<MinuteBucket> after = store.minutes(id, ALWAYS);
    List<HourBucket> hours = store.hours(List.of(id), ALWAYS);
    store.expire(HOUR.plus(StoreUpkeep.HOURS_KEPT).plus(Duration.ofHours(2)), 100);

    assertThat(atTheWeek).hasSize(1);
    assertThat(after).isEmpty();
    assertThat(hours).isNotEmpty();
    assertThat(store.hours(List.of(id), ALWAYS)).isEmpty();
    assertThat(store.days(id, day("2026-06-10"), day("2026-06-11"))).hasSize(1);
    assertThat(store.expire(HOUR.plus(StoreUpkeep.HOURS_KEPT).plusSeconds(7_200), 100)).isZero();
  }

  @Test
  void a_removal_stops_at_its_bound() {
    OccurrenceStore store = store();
    for (int i = 0; i < 5; i++) {
      Reports.at(NOW.plusSeconds(60L * i)).add(1).countIn(store);
    }
    Instant late = NOW.plus(StoreUpkeep.MINUTES_KEPT).plusSeconds(3_600);

    assertThat(store.expire(late, 2)).isEqualTo(2);
    assertThat(store.minutes(id(store), ALWAYS)).hasSize(3);
    assertThat(store.expire(late, 10)).isEqualTo(3);
  }

  private static long id(OccurrenceStore store) {
    return store.find(KEY).orElseThrow().id();
  }

  private static long total(OccurrenceStore store) {
    return store.dayTotals(day("2026-01-01"), day("2027-01-01")).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private static List<String> codes(Top top) {
    return top.lines().stream().map(line -> line.series().key().code()).toList();
  }

  private static void save(OccurrenceStore store, Instant until, StateChange... changes) {
    assertThat(store.save(store.evaluatedUntil().orElse(null), until, List.of(changes)))
        .isEqualTo(new SeriesStates.Saved());
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static <T> List<T> inParallel(int threads, Callable<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<T> results = new ArrayList<>();
      List<Callable<T>> all = Collections.nCopies(threads, work);
      for (Future<T> future : pool.invokeAll(all, 60, TimeUnit.SECONDS)) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
