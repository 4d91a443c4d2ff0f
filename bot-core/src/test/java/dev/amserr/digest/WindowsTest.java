package dev.amserr.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Windows and missed runs. */
class WindowsTest {

  private static final Instant BEGIN = Instant.parse("2024-01-03T10:17:00Z");
  private static final List<String> ZONES =
      List.of(
          "Europe/London",
          "America/New_York",
          "Australia/Lord_Howe",
          "Africa/Cairo",
          "Africa/Casablanca",
          "Antarctica/Troll",
          "Pacific/Chatham",
          "UTC");
  private static final List<String> CRONS =
      List.of("30 1 * * *", "0 9 * * MON-FRI", "0 */6 * * *", "0 0 1 * *", "30 2 * * SUN");

  /** A life of five years: wakes each quarter of an hour at best, and is away for days at worst. */
  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void windows_tile_five_years_across_clock_changes_and_downtime(@ForAll long seed) {
    Random random = new Random(seed);
    DigestSchedule schedule = schedule(random);
    Instant now = BEGIN;
    Progress progress = new Progress(BEGIN, null);
    List<DueRun> runs = new ArrayList<>();

    while (now.isBefore(BEGIN.plus(5 * 365, ChronoUnit.DAYS))) {
      for (DueRun run : DueRun.of(schedule, progress, now)) {
        runs.add(run);
        progress = new Progress(BEGIN, run.window().until());
      }
      now = now.plus(random.nextInt(50) == 0 ? random.nextInt(8000) : 15, ChronoUnit.MINUTES);
    }

    assertThat(runs).hasSizeGreaterThan(50);
    for (int i = 1; i < runs.size(); i++) {
      assertThat(runs.get(i).window().after()).isEqualTo(runs.get(i - 1).window().until());
      assertThat(runs.get(i).scheduledAt()).isEqualTo(runs.get(i).window().until());
    }
    assertThat(runs.get(0).window().until()).isAfter(BEGIN);
    List<Instant> fired = schedule.fireTimes().within(BEGIN, now);
    assertThat(runs).allSatisfy(run -> assertThat(fired).contains(run.scheduledAt()));
    if (schedule.onMissed() != OnMissed.SKIP) {
      assertThat(runs.get(runs.size() - 1).scheduledAt())
          .isAfter(fired.get(fired.size() - 1).minus(Duration.ofDays(45)));
    }
  }

  @Example
  void three_missed_runs_are_combined_and_told() {
    DigestSchedule schedule = at(OnMissed.COMBINE);
    Progress progress = new Progress(BEGIN, Instant.parse("2026-03-02T09:00:00Z"));

    List<DueRun> due = DueRun.of(schedule, progress, Instant.parse("2026-03-05T12:00:00Z"));

    DueRun.Missed missed = new DueRun.Missed(3, Instant.parse("2026-03-03T09:00:00Z"));
    assertThat(due)
        .containsExactly(
            new DueRun.Compose(
                Instant.parse("2026-03-05T09:00:00Z"),
                new DigestWindow(
                    Instant.parse("2026-03-02T09:00:00Z"), Instant.parse("2026-03-05T09:00:00Z")),
                missed,
                "covers every missed run (onMissed: combine)"));
    assertThat(DueRun.told(missed, schedule.zone()))
        .isEqualTo("covers 3 missed runs since Tue 09:00");
  }

  @Example
  void the_latest_of_three_missed_runs_covers_its_own_time_alone() {
    Progress progress = new Progress(BEGIN, Instant.parse("2026-03-02T09:00:00Z"));

    List<DueRun> due =
        DueRun.of(at(OnMissed.LATEST), progress, Instant.parse("2026-03-05T12:00:00Z"));

    assertThat(due)
        .extracting(DueRun::window)
        .containsExactly(
            new DigestWindow(
                Instant.parse("2026-03-02T09:00:00Z"), Instant.parse("2026-03-04T09:00:00Z")),
            new DigestWindow(
                Instant.parse("2026-03-04T09:00:00Z"), Instant.parse("2026-03-05T09:00:00Z")));
    assertThat(due)
        .extracting(run -> run.<String>fold(compose -> "posted", passedOver -> "passed over"))
        .containsExactly("passed over", "posted");
  }

  @Example
  void skipped_runs_leave_the_punctual_one() {
    Progress progress = new Progress(BEGIN, Instant.parse("2026-03-02T09:00:00Z"));

    List<DueRun> due =
        DueRun.of(at(OnMissed.SKIP), progress, Instant.parse("2026-03-05T09:01:00Z"));

    assertThat(due)
        .extracting(run -> run.<String>fold(compose -> "posted", passedOver -> "passed over"))
        .containsExactly("passed over", "posted");
    assertThat(due.get(1).window().after()).isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
  }

  @Example
  void a_schedule_that_was_just_changed_owes_nothing_of_the_past() {
    Instant changed = Instant.parse("2026-03-05T12:00:00Z");
    Progress progress = new Progress(changed, Instant.parse("2026-03-02T09:00:00Z"));

    assertThat(DueRun.of(at(OnMissed.COMBINE), progress, changed.plusSeconds(60))).isEmpty();
  }

  @Example
  void a_run_is_due_at_its_minute_and_not_before() {
    Progress progress = new Progress(BEGIN, Instant.parse("2026-03-04T09:00:00Z"));

    assertThat(DueRun.of(at(OnMissed.COMBINE), progress, Instant.parse("2026-03-05T08:59:59.999Z")))
        .isEmpty();
    assertThat(DueRun.of(at(OnMissed.COMBINE), progress, Instant.parse("2026-03-05T09:00:00Z")))
        .hasSize(1);
  }

  private static DigestSchedule at(OnMissed onMissed) {
    return with(DigestSchedule.of("daily", "0 9 * * *", ZoneId.of("UTC"), "team"), onMissed);
  }

  private static DigestSchedule schedule(Random random) {
    OnMissed[] all = OnMissed.values();
    return with(
        DigestSchedule.of(
            "any",
            CRONS.get(random.nextInt(CRONS.size())),
            ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
            "team"),
        all[random.nextInt(all.length)]);
  }

  private static DigestSchedule with(DigestSchedule s, OnMissed onMissed) {
    return new DigestSchedule(
        s.name(),
        s.cron(),
        s.zone(),
        s.firstWindow(),
        s.filter(),
        s.destinations(),
        onMissed,
        s.sendIfEmpty(),
        s.sensitivity());
  }
}
