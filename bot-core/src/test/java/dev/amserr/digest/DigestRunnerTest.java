package dev.amserr.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.reply.Card;
import dev.amserr.notify.Lane;
import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxEntry;
import dev.amserr.notify.Verdict;
import dev.amserr.recurrence.StateKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestRunnerTest {

  private static final Instant EIGHT = Instant.parse("2026-03-03T08:00:00Z");
  private static final Instant NINE = Instant.parse("2026-03-03T09:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final DigestDesk desk = new DigestDesk(EIGHT);

  private void schedule(String cron, OnMissed onMissed, boolean sendIfEmpty) {
    desk.schedules.add(
        new DigestSchedule(
            "daily",
            CronExpression.of(cron),
            ZoneId.of("UTC"),
            null,
            DigestFilter.all(),
            List.of("team", "ops"),
            onMissed,
            sendIfEmpty,
            Sensitivity.NORMAL));
    desk.runner.wake();
  }

  private void spike(Instant at) {
    long series = desk.count("0x00200194", at, 60);
    desk.open(series, StateKind.SPIKE, at);
  }

  @Test
  void a_run_is_posted_to_every_destination_once_however_many_processes_wake() {
    schedule("0 9 * * *", OnMissed.COMBINE, false);
    spike(EIGHT);
    desk.passTo(NINE);

    List<DigestRun> first = desk.runner.wake();
    List<DigestRun> second = desk.runner("node-2").wake();

    assertThat(first).extracting(DigestRun::id).containsExactly(new RunId("daily", NINE));
    assertThat(second).isEmpty();
    assertThat(desk.outbox.ofTopic("daily-20260303T090000Z"))
        .extracting(entry -> entry.message().destination())
        .containsExactly("team", "ops");
  }

  @Test
  void what_is_posted_is_what_is_kept_and_what_a_preview_of_that_time_shows() {
    schedule("0 9 * * *", OnMissed.COMBINE, false);
    spike(EIGHT);
    desk.passTo(NINE);
    String preview = new SnapshotCodec().write(desk.previews.snapshot(desk.schedules.get(0), NINE));

    desk.runner.wake();

    DigestRun run = desk.runs.find(new RunId("daily", NINE)).orElseThrow();
    assertThat(run.snapshot()).isEqualTo(preview);
    assertThat(desk.outbox.ofTopic(run.id().toString()).get(0).message().content())
        .isEqualTo(desk.composer.parts(new SnapshotCodec().read(run.snapshot())).get(0).content());
  }

  @Test
  void a_run_waits_until_its_window_is_evaluated() {
    schedule("0 9 * * *", OnMissed.COMBINE, false);
    long fresh = desk.count("0x01", NINE.minusSeconds(10), 1);
    desk.clock.set(NINE.plusSeconds(2));

    List<DigestRun> early = desk.runner.wake();
    desk.open(fresh, StateKind.NEW, NINE.minusSeconds(10));
    desk.passTo(NINE.plusSeconds(22));
    List<DigestRun> evaluated = desk.runner.wake();

    assertThat(early).isEmpty();
    assertThat(evaluated).hasSize(1);
    assertThat(new SnapshotCodec().read(evaluated.get(0).snapshot()).sections())
        .extracting(DigestSnapshot.Section::state)
        .containsExactly(StateKind.NEW);
    assertThat(evaluated.get(0).missed()).isEqualTo(DueRun.Missed.NONE);
  }

  @Test
  void a_run_waits_a_minute_and_no_longer() {
    schedule("0 9 * * *", OnMissed.COMBINE, true);
    desk.clock.set(NINE.plusMillis(59_999));
    List<DigestRun> early = desk.runner.wake();
    desk.clock.set(NINE.plusSeconds(60));

    List<DigestRun> late = desk.runner.wake();

    assertThat(early).isEmpty();
    assertThat(late).extracting(DigestRun::id).containsExactly(new RunId("daily", NINE));
  }

  @Test
  void nothing_to_tell_is_noted_and_not_posted() {
    schedule("0 9 * * *", OnMissed.COMBINE, false);
    desk.passTo(NINE);

    List<DigestRun> claimed = desk.runner.wake();

    assertThat(claimed)
        .extracting(DigestRun::disposition)
        .containsExactly(DigestRun.Disposition.EMPTY);
    assertThat(desk.outbox.status()).isEmpty();
  }

  @Test
  void nothing_to_tell_is_one_line_where_that_is_wanted() {
    schedule("0 9 * * *", OnMissed.COMBINE, true);
    desk.passTo(NINE);

    desk.runner.wake();

    assertThat(desk.outbox.ofTopic("daily-20260303T090000Z"))
        .hasSize(2)
        .allSatisfy(
            entry -> assertThat(entry.message().content().text()).contains("nothing to look at"));
  }

  @Test
  void three_hours_of_downtime_over_two_fire_times_give_one_digest_that_says_so() {
    schedule("0 * * * *", OnMissed.COMBINE, false);
    spike(EIGHT.plusSeconds(600));
    desk.passTo(Instant.parse("2026-03-03T10:58:00Z"));

    List<DigestRun> claimed = desk.runner.wake();

    assertThat(claimed).hasSize(1);
    assertThat(claimed.get(0).window().until()).isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
    assertThat(claimed.get(0).missed()).isEqualTo(new DueRun.Missed(2, NINE));
    Card head =
        desk.outbox
            .ofTopic(claimed.get(0).id().toString())
            .get(0)
            .message()
            .content()
            .cards()
            .get(0);
    assertThat(head.toString()).contains("This digest covers 2 missed runs since Tue 09:00.");
  }

  @Test
  void a_run_that_nobody_has_seen_is_combined_into_the_next_one() {
    schedule("0 9 * * *", OnMissed.COMBINE, false);
    spike(EIGHT);
    desk.passTo(NINE);
    DigestRun first = desk.runner.wake().get(0);
    desk.passTo(NINE.plus(DAY));

    DigestRun second = desk.runner.wake().get(0);

    assertThat(second.window().after()).isEqualTo(first.window().after());
    assertThat(second.missed()).isEqualTo(new DueRun.Missed(1, NINE));
    assertThat(desk.runs.find(first.id()).orElseThrow().replacement()).contains(second.id());
    assertThat(desk.outbox.ofTopic(first.id().toString()))
        .extracting(OutboxEntry::state)
        .containsOnly(OutboxEntry.State.COMBINED);
  }

  @Test
  void a_run_that_was_being_sent_is_left_alone_and_the_next_one_follows_it() {
    schedule("0 9 * * *", OnMissed.COMBINE, false);
    spike(EIGHT);
    desk.passTo(NINE);
    DigestRun first = desk.runner.wake().get(0);
    Outbox.Claim claim =
        desk.outbox
            .claim(Lane.of(DigestDesk.TEAM.channel()), "w", NINE, NINE.plusSeconds(60))
            .orElseThrow();
    desk.outbox.sending(claim, NINE);
    spike(NINE.plusSeconds(3600));
    desk.passTo(NINE.plus(DAY));

    DigestRun second = desk.runner.wake().get(0);

    assertThat(second.window().after()).isEqualTo(first.window().until());
    assertThat(second.missed()).isEqualTo(DueRun.Missed.NONE);
    assertThat(desk.outbox.ofTopic(first.id().toString()).get(1).state())
        .isEqualTo(OutboxEntry.State.PENDING);
  }

  @Test
  void what_one_destination_has_seen_is_combined_for_none() {
    schedule("0 9 * * *", OnMissed.COMBINE, false);
    spike(EIGHT);
    desk.passTo(NINE);
    DigestRun first = desk.runner.wake().get(0);
    Outbox.Claim claim =
        desk.outbox
            .claim(Lane.of(DigestDesk.TEAM.channel()), "w", NINE, NINE.plusSeconds(60))
            .orElseThrow();
    desk.outbox.sending(claim, NINE);
    desk.outbox.settle(claim, new Verdict.Sent("m1", NINE, "delivered"), NINE);
    spike(NINE.plusSeconds(3600));
    desk.passTo(NINE.plus(DAY));

    DigestRun second = desk.runner.wake().get(0);

    Outbox.Claim waiting =
        desk.outbox
            .claim(Lane.of(DigestDesk.OPS.channel()), "w", NINE.plus(DAY), NINE.plus(DAY))
            .orElseThrow();
    assertThat(waiting.entry().message().topic()).isEqualTo(first.id().toString());
    assertThat(desk.outbox.ofTopic(second.id().toString()))
        .extracting(entry -> entry.message().destination())
        .containsExactly("team", "ops");
    assertThat(second.missed()).isEqualTo(DueRun.Missed.NONE);
  }

  @Test
  void failures_are_ridden_out_until_the_next_run_and_for_two_hours_at_least() {
    schedule("0 * * * *", OnMissed.COMBINE, true);
    desk.passTo(NINE);

    desk.runner.wake();

    assertThat(desk.outbox.ofTopic("daily-20260303T090000Z").get(0).message().expires())
        .isEqualTo(NINE.plus(Duration.ofHours(2)));
  }

  @Test
  void what_somebody_asks_for_is_posted_and_moves_no_window() {
    schedule("0 9 * * *", OnMissed.COMBINE, false);
    spike(EIGHT);
    desk.clock.set(EIGHT.plusSeconds(90));

    DigestRuns.Claiming claiming = desk.runner.send(desk.schedules.get(0), "Ana");
    desk.passTo(NINE);
    DigestRun scheduled = desk.runner.wake().get(0);

    assertThat(claiming).isEqualTo(new DigestRuns.Claimed());
    assertThat(desk.outbox.ofTopic("daily-20260303T080130Z")).hasSize(2);
    assertThat(scheduled.window().after()).isEqualTo(NINE.minus(DAY));
  }

  @Test
  void keys_fit_into_the_nonce_of_discord() {
    String key = DigestRunner.key(new RunId("a-digest-with-a-very-long-name", NINE), "ops", 3);

    assertThat(key).hasSizeLessThanOrEqualTo(25);
    assertThat(key)
        .isNotEqualTo(
            DigestRunner.key(new RunId("a-digest-with-a-very-long-name", NINE), "team", 3));
  }
}
