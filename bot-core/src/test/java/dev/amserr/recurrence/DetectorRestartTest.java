package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.recurrence.StoreFixtures.Reports;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** A restart changes nothing: what is remembered follows from what is kept. */
class DetectorRestartTest {

  private static final ZoneId ZONE = ZoneId.of("Australia/Lord_Howe");
  private static final Instant START = Instant.parse("2026-03-30T00:00:00Z");
  private static final int MINUTES = 3 * 24 * 60;

  @Property(tries = 3)
  void a_detector_that_restarts_at_random_finds_what_one_finds_that_never_does(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    List<StateChange> continuous = run(seed, 0);
    List<StateChange> restarted = run(seed, 0.02);

    assertThat(restarted).isEqualTo(continuous);
    assertThat(continuous)
        .extracting(c -> c.fold(o -> o.state(), r -> r.state(), x -> x.state()).kind())
        .contains(
            StateKind.NEW,
            StateKind.SPIKE,
            StateKind.RECURRING,
            StateKind.QUIET,
            StateKind.SOURCE_SILENT);
  }

  private static List<StateChange> run(long seed, double restarts) {
    RandomGenerator random = new SplittableRandom(seed);
    RandomGenerator restart = new SplittableRandom(seed + 1);
    OccurrenceStore store = new InMemoryOccurrenceStore(ZONE, new SplittableRandom(1), 1_000);
    rememberWeeks(store);
    Detector detector = new Detector(store, ZONE, series -> false);
    List<StateChange> changes = new ArrayList<>();
    for (int minute = 0; minute < MINUTES; minute++) {
      Instant now = START.plus(Duration.ofMinutes(minute));
      report(store, now, minute, random);
      if (restart.nextDouble() < restarts) {
        detector = new Detector(store, ZONE, series -> false);
      }
      changes.addAll(detector.evaluate(now.plusSeconds(60)));
      if (minute % 60 == 0) {
        store.rollUp(now);
      }
    }
    return changes;
  }

  /** Twenty an hour for 26 days, of what stops on the second day. */
  private static void rememberWeeks(OccurrenceStore store) {
    for (int hour = 26 * 24; hour > 0; hour--) {
      Instant at = START.minus(Duration.ofHours(hour));
      Reports.at(at).addOther("steady", 12).addOther("fixed", 20).countIn(store);
      Reports.from("tv", at).addOther("fixed", 20).addOther("fixed too", 20).countIn(store);
    }
  }

  private static void report(
      OccurrenceStore store, Instant now, int minute, RandomGenerator random) {
    Reports reports = Reports.at(now);
    int before = minute % 1_440;
    // Steady, and five times as much for an hour on the second day.
    int rate = minute / 60 == 30 ? 60 : 12;
    int steady = random.nextInt(60) < rate ? 1 : 0;
    if (steady > 0) {
      reports.addOther("steady", steady);
    }
    // Steady until the second day is over, then fixed.
    if (minute < 2_880 && random.nextInt(3) == 0) {
      reports.addOther("fixed", 1);
    }
    // Each day for five minutes.
    if (before >= 130 && before < 135) {
      reports.addOther("daily", 3);
    }
    if (random.nextInt(900) == 0) {
      reports.addOther("rare", 15);
    }
    reports.countIn(store);
    if (minute < 2_880 && minute % 3 == 0) {
      Reports.from("tv", now).addOther("fixed", 1).addOther("fixed too", 1).countIn(store);
    }
  }
}
