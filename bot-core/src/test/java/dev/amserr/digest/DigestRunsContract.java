package dev.amserr.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.reply.Reply;
import dev.amserr.notify.Channel;
import dev.amserr.notify.Destination;
import dev.amserr.notify.Lane;
import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxEntry;
import dev.amserr.notify.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of runs does. */
public abstract class DigestRunsContract {

  private static final Instant NINE = Instant.parse("2026-03-03T09:00:00Z");
  private static final DigestSchedule DAILY =
      DigestSchedule.of("daily", "0 9 * * *", ZoneId.of("UTC"), "team");
  private static final DigestSchedule CHANGED =
      DigestSchedule.of("daily", "0 10 * * *", ZoneId.of("UTC"), "team");
  private static final Destination TEAM =
      new Destination("team", new Channel.SlackChannel("C0000001"));

  /** Runs without any, and the outbox they write to. */
  protected abstract Stores stores();

  /** Two ports of one store. */
  public record Stores(DigestRuns runs, Outbox outbox) {}

  @Test
  void a_run_is_found_as_it_was_claimed_with_its_messages_in_order() {
    Stores stores = stores();
    DigestRun run = run(NINE);

    DigestRuns.Claiming claiming = stores.runs().claim(run, messages(run, 3), List.of());

    assertThat(claiming).isEqualTo(new DigestRuns.Claimed());
    assertThat(stores.runs().find(run.id())).contains(run);
    assertThat(stores.runs().latest(10)).containsExactly(run);
    assertThat(stores.outbox().ofTopic(run.id().toString()))
        .extracting(OutboxEntry::key)
        .containsExactly(run.id() + ".1", run.id() + ".2", run.id() + ".3");
  }

  @Test
  void a_second_claim_changes_nothing_and_learns_who_was_first() {
    Stores stores = stores();
    DigestRun run = run(NINE);
    stores.runs().claim(run, messages(run, 1), List.of());

    DigestRuns.Claiming second = stores.runs().claim(run, messages(run, 5), List.of());

    assertThat(second).isEqualTo(new DigestRuns.TakenBefore("node-1", run.claimedAt()));
    assertThat(stores.outbox().ofTopic(run.id().toString())).hasSize(1);
  }

  @Test
  void of_many_who_claim_at_once_one_gets_the_run() throws Exception {
    Stores stores = stores();
    DigestRun run = run(NINE);
    Callable<DigestRuns.Claiming> claim =
        () -> stores.runs().claim(run, messages(run, 2), List.of());

    List<DigestRuns.Claiming> outcomes = atOnce(List.of(claim, claim, claim, claim));

    assertThat(outcomes).containsOnlyOnce(new DigestRuns.Claimed());
    assertThat(stores.outbox().ofTopic(run.id().toString())).hasSize(2);
  }

  /** A run of an hour later, and one of an hour before that was late. */
  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void a_window_that_begins_before_the_end_of_the_last_one_is_not_claimed(int hoursLater) {
    Stores stores = stores();
    DigestRun first = claimed(stores, NINE);
    DigestRun stale = run(first.window().after(), NINE.plus(Duration.ofHours(hoursLater)));

    DigestRuns.Claiming claiming = stores.runs().claim(stale, messages(stale, 1), List.of());

    assertThat(claiming).isEqualTo(new DigestRuns.Overtaken(NINE));
    assertThat(stores.runs().latest(10)).containsExactly(first);
    assertThat(stores.outbox().ofTopic(stale.id().toString())).isEmpty();
  }

  @Test
  void of_many_who_claim_overlapping_windows_at_once_one_gets_its_run() throws Exception {
    Stores stores = stores();
    List<Callable<DigestRuns.Claiming>> claims = new ArrayList<>();
    for (int hours = 1; hours <= 4; hours++) {
      DigestRun run = run(NINE, NINE.plus(Duration.ofHours(hours)));
      claims.add(() -> stores.runs().claim(run, messages(run, 2), List.of()));
    }

    List<DigestRuns.Claiming> outcomes = atOnce(claims);

    assertThat(outcomes).containsOnlyOnce(new DigestRuns.Claimed());
    assertThat(stores.runs().latest(10)).hasSize(1);
  }

  @Test
  void a_schedule_is_known_since_it_was_first_seen_or_changed() {
    DigestRuns runs = stores().runs();

    Progress first = runs.progress(DAILY, NINE);
    Progress later = runs.progress(DAILY, NINE.plusSeconds(60));
    Progress afterChange = runs.progress(CHANGED, NINE.plusSeconds(120));

    assertThat(first).isEqualTo(new Progress(NINE, null));
    assertThat(later).isEqualTo(first);
    assertThat(afterChange).isEqualTo(new Progress(NINE.plusSeconds(120), null));
  }

  @Test
  void processes_that_know_other_times_of_a_schedule_leave_each_other_alone() {
    DigestRuns runs = stores().runs();
    runs.progress(DAILY, NINE);
    runs.progress(CHANGED, NINE.plusSeconds(5));

    Progress daily = runs.progress(DAILY, NINE.plusSeconds(10));
    Progress changed = runs.progress(CHANGED, NINE.plusSeconds(15));

    assertThat(daily).isEqualTo(new Progress(NINE, null));
    assertThat(changed).isEqualTo(new Progress(NINE.plusSeconds(5), null));
  }

  @Test
  void what_was_passed_over_counts_as_covered_and_what_somebody_asked_for_does_not() {
    DigestRuns runs = stores().runs();
    runs.progress(DAILY, NINE);
    runs.claim(
        with(run(NINE), DigestRun.Occasion.SCHEDULED, DigestRun.Disposition.PASSED_OVER),
        List.of(),
        List.of());
    runs.claim(
        with(
            run(NINE.plusSeconds(3600)),
            DigestRun.Occasion.ASKED_FOR,
            DigestRun.Disposition.POSTED),
        List.of(),
        List.of());

    assertThat(runs.progress(DAILY, NINE.plusSeconds(7200))).isEqualTo(new Progress(NINE, NINE));
    assertThat(runs.latestOf("daily")).map(DigestRun::id).contains(run(NINE).id());
    assertThat(runs.latestOf("weekly")).isEmpty();
  }

  @Test
  void runs_that_nobody_has_seen_can_be_replaced() {
    Stores stores = stores();
    DigestRun seen = claimed(stores, NINE);
    send(stores.outbox());
    DigestRun second = claimed(stores, NINE.plus(Duration.ofDays(1)));
    DigestRun third = claimed(stores, NINE.plus(Duration.ofDays(2)));

    assertThat(stores.runs().unseen("daily")).containsExactly(second, third);

    DigestRun fourth = run(NINE, NINE.plus(Duration.ofDays(3)));
    DigestRuns.Claiming claiming =
        stores.runs().claim(fourth, messages(fourth, 1), List.of(second.id(), third.id()));

    assertThat(claiming).isEqualTo(new DigestRuns.Claimed());
    assertThat(stores.runs().find(second.id())).contains(second.combinedInto(fourth.id()));
    assertThat(stores.outbox().ofTopic(second.id().toString()))
        .extracting(OutboxEntry::state)
        .containsOnly(OutboxEntry.State.COMBINED);
    assertThat(stores.outbox().ofTopic(second.id().toString()))
        .extracting(OutboxEntry::reason)
        .containsOnly("replaced by " + fourth.id());
    assertThat(stores.runs().find(seen.id())).contains(seen);
    assertThat(stores.runs().unseen("daily")).containsExactly(fourth);
  }

  @Test
  void a_run_of_which_any_part_was_handed_over_is_not_replaced() {
    Stores stores = stores();
    DigestRun first = claimed(stores, NINE);
    assertThat(stores.runs().unseen("daily")).containsExactly(first);
    send(stores.outbox());
    DigestRun second = run(NINE.plus(Duration.ofDays(1)));

    DigestRuns.Claiming claiming =
        stores.runs().claim(second, messages(second, 1), List.of(first.id()));

    assertThat(claiming).isEqualTo(new DigestRuns.SeenMeanwhile(first.id()));
    assertThat(stores.runs().find(second.id())).isEmpty();
    assertThat(stores.runs().unseen("daily")).isEmpty();
    assertThat(stores.outbox().ofTopic(second.id().toString())).isEmpty();
  }

  private static List<DigestRuns.Claiming> atOnce(List<Callable<DigestRuns.Claiming>> claims)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(claims.size());
    try {
      List<DigestRuns.Claiming> outcomes = new ArrayList<>();
      for (Future<DigestRuns.Claiming> outcome : pool.invokeAll(claims)) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    } finally {
      pool.shutdownNow();
    }
  }

  private static DigestRun claimed(Stores stores, Instant at) {
    DigestRun run = run(at);
    stores.runs().claim(run, messages(run, 2), List.of());
    return run;
  }

  /** Hands the first message over, and no more. */
  private static void send(Outbox outbox) {
    Outbox.Claim claim =
        outbox.claim(Lane.of(TEAM.channel()), "w" + NINE, NINE, NINE.plusSeconds(60)).orElseThrow();
    outbox.sending(claim, NINE);
  }

  private static DigestRun run(Instant at) {
    return run(at.minus(Duration.ofDays(1)), at);
  }

  private static DigestRun run(Instant after, Instant at) {
    return new DigestRun(
        new RunId("daily", at),
        DigestRun.Occasion.SCHEDULED,
        new DigestWindow(after, at),
        DigestRun.Disposition.POSTED,
        new DueRun.Missed(2, at.minusSeconds(3600)),
        "it is time",
        "{\"schedule\":\"daily\"}",
        "node-1",
        at.plusMillis(7),
        null);
  }

  private static DigestRun with(
      DigestRun run, DigestRun.Occasion occasion, DigestRun.Disposition disposition) {
    return new DigestRun(
        run.id(),
        occasion,
        run.window(),
        disposition,
        DueRun.Missed.NONE,
        "asked for",
        "",
        run.claimedBy(),
        run.claimedAt(),
        null);
  }

  private static List<OutboxMessage> messages(DigestRun run, int parts) {
    List<OutboxMessage> messages = new ArrayList<>();
    for (int part = 1; part <= parts; part++) {
      messages.add(
          OutboxMessage.post(
              run.id() + "." + part,
              run.id().toString(),
              TEAM,
              Reply.of("part " + part).publicly(),
              run.window().until().plus(Duration.ofDays(1))));
    }
    return messages;
  }
}
