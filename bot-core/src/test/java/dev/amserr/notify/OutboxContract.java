package dev.amserr.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every outbox does. */
public abstract class OutboxContract {

  protected static final Instant NOW = Instant.parse("2026-03-29T01:00:00.123Z");
  private static final Instant UNTIL = NOW.plusSeconds(60);
  private static final Destination TEAM =
      new Destination("team", new Channel.SlackChannel("C0000001"));
  private static final Destination OTHERS =
      new Destination("others", new Channel.DiscordChannel("100000000000000001"));

  /** An outbox that is empty. */
  protected abstract Outbox outbox();

  @Test
  void a_message_is_found_as_it_was_added() {
    Outbox outbox = outbox();
    OutboxMessage message = message("run.1", TEAM);

    int added = outbox.add(List.of(message), NOW);

    assertThat(added).isEqualTo(1);
    OutboxEntry entry = outbox.find("run.1").orElseThrow();
    assertThat(entry.message()).isEqualTo(message);
    assertThat(entry.state()).isEqualTo(OutboxEntry.State.PENDING);
    assertThat(entry.added()).isEqualTo(NOW);
    assertThat(entry.sentFirst()).isEmpty();
    assertThat(outbox.ofTopic("run")).containsExactly(entry);
  }

  @Test
  void a_key_is_kept_once() {
    Outbox outbox = outbox();
    outbox.add(List.of(message("run.1", TEAM)), NOW);

    int added = outbox.add(List.of(message("run.1", TEAM), message("run.2", TEAM)), NOW);

    assertThat(added).isEqualTo(1);
    assertThat(outbox.ofTopic("run"))
        .extracting(OutboxEntry::key)
        .containsExactly("run.1", "run.2");
  }

  @Test
  void a_lane_is_worked_on_in_order_and_by_one_at_a_time() {
    Outbox outbox = outbox();
    outbox.add(List.of(message("run.1", TEAM), message("run.2", TEAM)), NOW);

    Outbox.Claim first = claim(outbox, TEAM, "a", NOW).orElseThrow();
    Optional<Outbox.Claim> second = claim(outbox, TEAM, "b", NOW);

    assertThat(first.entry().key()).isEqualTo("run.1");
    assertThat(second).isEmpty();
    assertThat(outbox.lanesWithWork(NOW)).isEmpty();
  }

  @Test
  void what_is_held_is_posted_again_when_somebody_says_so() {
    Outbox outbox = outbox();
    outbox.add(List.of(message("run.1", TEAM), message("run.2", TEAM)), NOW);
    OutboxEntry held = held(outbox);
    Instant later = NOW.plusSeconds(3600);

    Optional<OutboxEntry> first = outbox.release(held.number(), "released by Ana", UNTIL, later);
    Optional<OutboxEntry> second = outbox.release(held.number(), "released by Ben", UNTIL, later);

    assertThat(first).contains(held);
    assertThat(second).isEmpty();
    OutboxEntry now = outbox.find("run.1").orElseThrow();
    assertThat(now.state()).isEqualTo(OutboxEntry.State.PENDING);
    assertThat(now.reason()).isEqualTo("released by Ana");
    assertThat(now.message().expires()).isEqualTo(UNTIL);
    assertThat(now.changed()).isEqualTo(later);
    assertThat(now.sentFirst()).contains(NOW);
    assertThat(claim(outbox, TEAM, "b", later).orElseThrow().entry().key()).isEqualTo("run.1");
  }

  @Test
  void what_is_held_is_given_up_when_somebody_says_so() {
    Outbox outbox = outbox();
    outbox.add(List.of(message("run.1", TEAM), message("run.2", TEAM)), NOW);
    OutboxEntry held = held(outbox);

    Optional<OutboxEntry> first = outbox.discard(held.number(), "discarded by Ana", UNTIL);
    Optional<OutboxEntry> second = outbox.release(held.number(), "released by Ben", UNTIL, UNTIL);

    assertThat(first).contains(held);
    assertThat(second).isEmpty();
    assertThat(outbox.find("run.1").orElseThrow().state()).isEqualTo(OutboxEntry.State.DEAD);
    assertThat(outbox.find("run.1").orElseThrow().reason()).isEqualTo("discarded by Ana");
  }

  @Test
  void only_what_is_held_can_be_decided_about() {
    Outbox outbox = outbox();
    outbox.add(List.of(message("run.1", TEAM)), NOW);
    long waiting = outbox.find("run.1").orElseThrow().number();

    assertThat(outbox.release(waiting, "released by Ana", UNTIL, NOW)).isEmpty();
    assertThat(outbox.discard(waiting, "discarded by Ana", NOW)).isEmpty();
    assertThat(outbox.find("run.1").orElseThrow().state()).isEqualTo(OutboxEntry.State.PENDING);
  }

  /** Nobody knows whether the first message of the team's lane arrived. */
  private static OutboxEntry held(Outbox outbox) {
    Outbox.Claim claim = claim(outbox, TEAM, "a", NOW).orElseThrow();
    outbox.sending(claim, NOW);
    outbox.settle(claim, new Verdict.Hold("no answer"), NOW);
    return outbox.find(claim.entry().key()).orElseThrow();
  }

  @Test
  void one_lane_does_not_wait_for_another() {
    Outbox outbox = outbox();
    outbox.add(List.of(message("run.1", TEAM), message("run.2", OTHERS)), NOW);

    claim(outbox, TEAM, "a", NOW);

    assertThat(outbox.lanesWithWork(NOW)).containsExactly(Lane.of(OTHERS.channel()));
    assertThat(claim(outbox, OTHERS, "b", NOW)).isPresent();
  }

  @Test
  void a_claim_that_was_not_settled_in_time_passes_to_another_and_no_longer_counts() {
    Outbox outbox = outbox();
    outbox.add(List.of(message("run.1", TEAM)), NOW);
    Outbox.Claim dead = claim(outbox, TEAM, "a", NOW).orElseThrow();
    outbox.sending(dead, NOW);

    Outbox.Claim next = claim(outbox, TEAM, "b", UNTIL).orElseThrow();

    assertThat(next.entry().state()).isEqualTo(OutboxEntry.State.SENDING);
    assertThat(next.entry().sentFirst()).contains(NOW);
    assertThat(outbox.settle(dead, sent(), UNTIL)).isEqualTo(Outbox.Standing.LOST);
    assertThat(outbox.sending(dead, UNTIL)).isEqualTo(Outbox.Standing.LOST);
    assertThat(outbox.settle(next, sent(), UNTIL)).isEqualTo(Outbox.Standing.HELD);
  }

  @Test
  void what_was_sent_keeps_the_platforms_id_and_lets_the_next_one_go_when_the_lane_opens() {
    Outbox outbox = outbox();
    outbox.add(List.of(message("run.1", TEAM), message("run.2", TEAM)), NOW);
    Outbox.Claim claim = claim(outbox, TEAM, "a", NOW).orElseThrow();
    outbox.sending(claim, NOW);

    outbox.settle(claim, new Verdict.Sent("m1", NOW.plusMillis(1000), "delivered"), NOW);

    assertThat(outbox.find("run.1").orElseThrow().platformId()).contains("m1");
    assertThat(outbox.find("run.1").orElseThrow().state()).isEqualTo(OutboxEntry.State.SENT);
    assertThat(outbox.lanesWithWork(NOW.plusMillis(999))).isEmpty();
    assertThat(claim(outbox, TEAM, "b", NOW.plusMillis(999))).isEmpty();
    assertThat(outbox.lanesWithWork(NOW.plusMillis(1000))).hasSize(1);
    assertThat(claim(outbox, TEAM, "c", NOW.plusMillis(1000)).orElseThrow().entry().key())
        .isEqualTo("run.2");
  }

  @Test
  void a_pause_holds_for_what_is_added_later_too() {
    Outbox outbox = outbox();
    outbox.add(List.of(message("run.1", TEAM)), NOW);
    Outbox.Claim claim = claim(outbox, TEAM, "a", NOW).orElseThrow();
    outbox.settle(claim, new Verdict.Sent("m1", NOW.plusMillis(1000), "delivered"), NOW);

    outbox.add(List.of(message("run.2", TEAM)), NOW.plusMillis(1));

    assertThat(claim(outbox, TEAM, "b", NOW.plusMillis(999))).isEmpty();
  }

  @Test
  void only_a_failed_attempt_counts_as_one() {
    Outbox outbox = outbox();
    outbox.add(List.of(message("run.1", TEAM)), NOW);

    Outbox.Claim limited = claim(outbox, TEAM, "a", NOW).orElseThrow();
    outbox.sending(limited, NOW);
    outbox.settle(
        limited, new Verdict.Wait(NOW.plusSeconds(30), Verdict.Wait.Kind.TURN, "rate limit"), NOW);
    Outbox.Claim failed = claim(outbox, TEAM, "b", NOW.plusSeconds(30)).orElseThrow();
    outbox.settle(
        failed,
        new Verdict.Wait(NOW.plusSeconds(31), Verdict.Wait.Kind.NEXT_ATTEMPT, "HTTP 503"),
        NOW.plusSeconds(30));

    assertThat(failed.entry().attempts()).isZero();
    OutboxEntry entry = outbox.find("run.1").orElseThrow();
    assertThat(entry.attempts()).isEqualTo(1);
    assertThat(entry.state()).isEqualTo(OutboxEntry.State.PENDING);
    assertThat(entry.reason()).isEqualTo("HTTP 503");
    assertThat(entry.changed()).isEqualTo(NOW.plusSeconds(30));
    assertThat(entry.sentFirst()).contains(NOW);
  }

  @Test
  void what_is_held_or_dead_lets_the_lane_go_on_and_is_listed_what_is_held_first() {
    Outbox outbox = outbox();
    outbox.add(
        List.of(message("run.1", TEAM), message("run.2", TEAM), message("run.3", TEAM)), NOW);

    settleNext(outbox, "a", new Verdict.Hold("no answer came"));
    settleNext(outbox, "b", new Verdict.Dead(Verdict.Dead.Reach.MESSAGE, "HTTP 403"));

    assertThat(claim(outbox, TEAM, "c", NOW).orElseThrow().entry().key()).isEqualTo("run.3");
    assertThat(outbox.failures(10)).extracting(OutboxEntry::key).containsExactly("run.1", "run.2");
    assertThat(outbox.failures(1))
        .extracting(OutboxEntry::reason)
        .containsExactly("no answer came");
    assertThat(outbox.status()).containsExactly(new Outbox.DestinationStatus("team", 1, NOW, 1, 1));
  }

  @Test
  void what_nobody_knows_of_blocks_its_lane_until_it_is_looked_into() {
    Outbox outbox = outbox();
    outbox.add(List.of(message("run.1", TEAM), message("run.2", TEAM)), NOW);

    settleNext(outbox, "a", new Verdict.Unsure(NOW.plusSeconds(5), "no answer came"));

    assertThat(claim(outbox, TEAM, "b", NOW.plusSeconds(4))).isEmpty();
    OutboxEntry again = claim(outbox, TEAM, "c", NOW.plusSeconds(5)).orElseThrow().entry();
    assertThat(again.key()).isEqualTo("run.1");
    assertThat(again.state()).isEqualTo(OutboxEntry.State.UNKNOWN);
  }

  @Test
  void a_channel_that_is_gone_takes_everything_that_waits_for_it_along() {
    Outbox outbox = outbox();
    outbox.add(
        List.of(message("run.1", TEAM), message("run.2", TEAM), message("run.3", OTHERS)), NOW);

    settleNext(outbox, "a", new Verdict.Dead(Verdict.Dead.Reach.LANE, "HTTP 404"));

    assertThat(outbox.ofTopic("run"))
        .extracting(OutboxEntry::state)
        .containsExactly(OutboxEntry.State.DEAD, OutboxEntry.State.DEAD, OutboxEntry.State.PENDING);
    assertThat(outbox.find("run.2").orElseThrow().reason()).isEqualTo("HTTP 404");
  }

  @Test
  void a_smaller_form_takes_the_place_of_the_content() {
    Outbox outbox = outbox();
    outbox.add(List.of(message("run.1", TEAM)), NOW);
    Reply smaller = Reply.of("smaller").publicly();

    settleNext(outbox, "a", new Verdict.Shrink(smaller, "HTTP 400"));

    OutboxEntry entry = outbox.find("run.1").orElseThrow();
    assertThat(entry.message().content()).isEqualTo(smaller);
    assertThat(entry.form()).isEqualTo(OutboxEntry.Form.SMALLER);
    assertThat(entry.state()).isEqualTo(OutboxEntry.State.PENDING);
  }

  @Test
  void a_change_keeps_the_key_of_its_original() {
    Outbox outbox = outbox();
    OutboxMessage original = message("run.1", TEAM);
    OutboxMessage edit = OutboxMessage.edit("run.1.a", original, Reply.of("changed"), UNTIL);

    outbox.add(List.of(original, edit), NOW);

    assertThat(outbox.find("run.1.a").orElseThrow().message()).isEqualTo(edit);
  }

  @Test
  void what_is_settled_is_removed_in_time_and_what_waits_is_not() {
    Outbox outbox = outbox();
    outbox.add(List.of(message("run.1", TEAM), message("run.2", TEAM)), NOW);
    settleNext(outbox, "a", sent());

    int early = outbox.purge(NOW);
    int due = outbox.purge(NOW.plusMillis(1));

    assertThat(early).isZero();
    assertThat(due).isEqualTo(1);
    assertThat(outbox.ofTopic("run")).extracting(OutboxEntry::key).containsExactly("run.2");
  }

  @Test
  void many_workers_send_each_message_once_and_in_order() throws Exception {
    Outbox outbox = outbox();
    List<OutboxMessage> messages = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      messages.add(message("run." + i, i % 2 == 0 ? TEAM : OTHERS));
    }
    outbox.add(messages, NOW);
    ConcurrentHashMap<String, List<Integer>> sentByLane = new ConcurrentHashMap<>();
    AtomicInteger names = new AtomicInteger();
    Callable<Integer> worker =
        () -> {
          int done = 0;
          while (!outbox.lanesWithWork(NOW).isEmpty() || !allSent(outbox)) {
            for (Lane lane : outbox.lanesWithWork(NOW)) {
              String by = "w" + names.incrementAndGet();
              Optional<Outbox.Claim> claim = outbox.claim(lane, by, NOW, UNTIL);
              if (claim.isPresent() && outbox.sending(claim.get(), NOW) == Outbox.Standing.HELD) {
                String key = claim.get().entry().key();
                sentByLane
                    .computeIfAbsent(lane.name(), name -> new ArrayList<>())
                    .add(Integer.valueOf(key.substring("run.".length())));
                outbox.settle(claim.get(), new Verdict.Sent(null, NOW, "delivered"), NOW);
                done++;
              }
            }
          }
          return done;
        };

    ExecutorService pool = Executors.newFixedThreadPool(4);
    int total = 0;
    try {
      for (Future<Integer> done : pool.invokeAll(List.of(worker, worker, worker, worker))) {
        total += done.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(total).isEqualTo(60);
    assertThat(sentByLane.values())
        .hasSize(2)
        .allSatisfy(numbers -> assertThat(numbers).hasSize(30).isSorted());
  }

  private static boolean allSent(Outbox outbox) {
    return outbox.ofTopic("run").stream().noneMatch(entry -> entry.state().isOpen());
  }

  private static void settleNext(Outbox outbox, String by, Verdict verdict) {
    Outbox.Claim claim = claim(outbox, TEAM, by, NOW).orElseThrow();
    outbox.sending(claim, NOW);
    assertThat(outbox.settle(claim, verdict, NOW)).isEqualTo(Outbox.Standing.HELD);
  }

  private static Optional<Outbox.Claim> claim(
      Outbox outbox, Destination destination, String by, Instant now) {
    return outbox.claim(Lane.of(destination.channel()), by, now, now.plusSeconds(60));
  }

  private static Verdict sent() {
    return new Verdict.Sent("m1", NOW, "delivered");
  }

  private static OutboxMessage message(String key, Destination destination) {
    Reply content = Reply.of(Card.titled("Digest " + key).text("İstanbul ▁▃█").build()).publicly();
    return OutboxMessage.post(key, "run", destination, content, NOW.plusSeconds(86_400));
  }
}
