package dev.amserr.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.time.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxWorkerTest {

  private static final Instant NINE = Instant.parse("2026-03-03T09:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Channel DISCORD = new Channel.DiscordChannel("100000000000000001");
  private static final Channel SLACK = new Channel.SlackChannel("C0000001");
  private static final Channel HOLDING = webhook(Channel.OnUnknown.HOLD);
  private static final Channel RESENDING = webhook(Channel.OnUnknown.RESEND);
  private static final Delivery NO_ANSWER = new Delivery.Unknown("no answer within 10 s");
  private static final Delivery DOWN = new Delivery.Unreachable("HTTP 503");

  private final SettableClock clock = new SettableClock(NINE);
  private final InMemoryOutbox outbox = new InMemoryOutbox();
  private final FakePlatform platform = new FakePlatform(clock);
  private final Map<String, Destination> destinations = new HashMap<>();
  private final OutboxWorker worker = worker("node-1", Messenger.ofAll(platform));

  @Test
  void what_is_added_arrives_in_order_with_the_platforms_id() {
    add(DISCORD, 3);

    worker.wake();

    assertThat(platform.shown(DISCORD)).containsExactly("run.1", "run.2", "run.3");
    assertThat(entry("run.2").state()).isEqualTo(OutboxEntry.State.SENT);
    assertThat(entry("run.2").platformId()).contains("m2");
  }

  @Test
  void a_slack_channel_gets_one_message_a_second_at_most() {
    add(SLACK, 3);

    runFor(Duration.ofSeconds(10), Duration.ofMillis(250));

    assertThat(platform.shown(SLACK)).containsExactly("run.1", "run.2", "run.3");
    assertThat(gaps()).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(seconds(1)));
  }

  @Test
  void a_rate_limit_is_waited_out_and_is_no_failed_attempt() {
    platform.then(new Delivery.RateLimited(seconds(30)));
    add(SLACK, 2);

    runFor(seconds(120), seconds(1));

    assertThat(platform.shown(SLACK)).containsExactly("run.1", "run.2");
    assertThat(gaps().get(0)).isBetween(seconds(30), seconds(37));
    assertThat(entry("run.1").attempts()).isZero();
  }

  @Test
  void failures_are_ridden_out_with_waits_from_one_second_to_five_minutes() {
    platform.weather(
        (channel, at) -> at.isBefore(NINE.plus(MINUTE.multipliedBy(40))) ? DOWN : ok());
    add(DISCORD, 1);

    runFor(Duration.ofHours(1), Duration.ofMillis(500));

    assertThat(platform.shown(DISCORD)).containsExactly("run.1");
    assertThat(gaps().get(0)).isBetween(seconds(1), seconds(2));
    assertThat(gaps().get(1)).isBetween(seconds(2), seconds(3));
    assertThat(gaps()).allSatisfy(gap -> assertThat(gap).isLessThan(seconds(302)));
    assertThat(gaps().get(gaps().size() - 1)).isGreaterThan(MINUTE.multipliedBy(4));
  }

  @Test
  void failures_end_when_the_next_run_has_come_and_the_owner_is_told_once() {
    platform.weather((channel, at) -> channel.equals(SLACK) ? DOWN : ok());
    destinations.put("ops", new Destination("ops", DISCORD));
    outbox.add(List.of(message(SLACK, "run.1", NINE.plus(MINUTE.multipliedBy(30)))), NINE);

    runFor(Duration.ofHours(1), seconds(1));

    assertThat(entry("run.1").state()).isEqualTo(OutboxEntry.State.DEAD);
    assertThat(entry("run.1").reason()).startsWith("given up after ").endsWith(": HTTP 503");
    assertThat(platform.messages()).hasSize(1);
    assertThat(platform.messages().get(0).content().toString()).contains("HTTP 503", "run");
  }

  @Test
  void a_refusal_is_final_and_the_next_message_is_tried() {
    platform.then(new Delivery.Rejected(Delivery.Cause.FORBIDDEN, "HTTP 403: not in the channel"));
    add(DISCORD, 2);

    worker.wake();

    assertThat(entry("run.1").state()).isEqualTo(OutboxEntry.State.DEAD);
    assertThat(entry("run.1").reason()).isEqualTo("HTTP 403: not in the channel");
    assertThat(platform.shown(DISCORD)).containsExactly("run.2");
  }

  @Test
  void a_channel_that_no_longer_exists_is_left_alone() {
    platform.then(new Delivery.Rejected(Delivery.Cause.GONE, "HTTP 404"));
    add(DISCORD, 3);

    worker.wake();

    assertThat(platform.calls()).hasSize(1);
    assertThat(outbox.ofTopic("run"))
        .extracting(OutboxEntry::state)
        .containsOnly(OutboxEntry.State.DEAD);
  }

  @Test
  void what_is_too_large_is_sent_smaller_once_with_the_rest_counted() {
    Delivery tooLarge = new Delivery.Rejected(Delivery.Cause.TOO_LARGE, "HTTP 400: too long");
    platform.then(tooLarge);
    add(DISCORD, 1);

    worker.wake();

    Part.Bullets bullets =
        (Part.Bullets) platform.messages().get(0).content().cards().get(0).parts().get(0);
    assertThat(bullets.items()).hasSize(5);
    assertThat(bullets.more()).isEqualTo(5);
  }

  @Test
  void what_is_too_large_even_in_its_smaller_form_is_dead() {
    Delivery tooLarge = new Delivery.Rejected(Delivery.Cause.TOO_LARGE, "HTTP 400: too long");
    platform.then(tooLarge).then(tooLarge);
    add(DISCORD, 1);

    worker.wake();

    assertThat(platform.calls()).hasSize(2);
    assertThat(entry("run.1").reason()).isEqualTo("HTTP 400: too long");
    assertThat(entry("run.1").state()).isEqualTo(OutboxEntry.State.DEAD);
  }

  @Test
  void discord_is_sent_the_same_nonce_again_within_two_minutes() {
    platform.thenShownBut(NO_ANSWER);
    platform.historyUnreadable("must not be needed");
    add(DISCORD, 2);

    runFor(MINUTE, seconds(1));

    assertThat(platform.calls())
        .extracting(FakePlatform.Call::key)
        .containsExactly("run.1", "run.1", "run.2");
    assertThat(platform.shown(DISCORD)).containsExactly("run.1", "run.2");
    assertThat(entry("run.1").platformId()).contains("m1");
  }

  @Test
  void discord_is_looked_through_after_two_minutes() {
    add(DISCORD, 2);
    platform.thenShownBut(NO_ANSWER);
    worker.wake();
    clock.advance(Duration.ofMinutes(30));

    worker.wake();

    assertThat(platform.calls()).hasSize(2);
    assertThat(platform.shown(DISCORD)).containsExactly("run.1", "run.2");
    assertThat(entry("run.1").reason()).isEqualTo("found in the channel");
  }

  @Test
  void slack_is_looked_through_and_what_is_not_there_is_posted_again() {
    platform.then(NO_ANSWER).thenShownBut(NO_ANSWER);
    add(SLACK, 2);

    runFor(MINUTE, seconds(1));

    assertThat(platform.calls())
        .extracting(FakePlatform.Call::key)
        .containsExactly("run.1", "run.1", "run.2");
    assertThat(platform.shown(SLACK)).containsExactly("run.1", "run.2");
  }

  @Test
  void a_history_that_can_not_be_read_is_asked_again_and_nothing_overtakes() {
    platform.thenShownBut(NO_ANSWER);
    platform.historyUnreadable("HTTP 500");
    add(SLACK, 2);

    runFor(Duration.ofMinutes(10), seconds(1));

    assertThat(platform.calls()).hasSize(1);
    assertThat(entry("run.1").state()).isEqualTo(OutboxEntry.State.UNKNOWN);
    assertThat(entry("run.1").reason()).isEqualTo("the channel's history can't be read: HTTP 500");
    assertThat(entry("run.2").state()).isEqualTo(OutboxEntry.State.PENDING);
  }

  @Test
  void a_webhook_that_holds_shows_it_at_most_once_and_goes_on() {
    platform.thenShownBut(NO_ANSWER);
    add(HOLDING, 2);

    runFor(MINUTE, seconds(1));

    assertThat(platform.shown(HOLDING)).containsExactly("run.1", "run.2");
    assertThat(outbox.failures(10)).extracting(OutboxEntry::key).containsExactly("run.1");
    assertThat(entry("run.1").reason())
        .isEqualTo("no answer within 10 s; a webhook can't be asked whether it arrived");
  }

  @Test
  void a_webhook_that_resends_shows_it_at_least_once() {
    platform.then(NO_ANSWER);
    add(RESENDING, 2);

    runFor(MINUTE, seconds(1));

    assertThat(platform.shown(RESENDING)).containsExactly("run.1", "run.2");
  }

  @Test
  void what_a_dead_process_was_sending_is_inquired_by_the_next_one() {
    add(SLACK, 2);
    Outbox.Claim claim =
        outbox.claim(Lane.of(SLACK), "dead/1", NINE, NINE.plusSeconds(60)).orElseThrow();
    outbox.sending(claim, NINE);
    platform.post(SLACK, new Post("run.1", claim.entry().message().content()));

    runFor(Duration.ofMinutes(2), seconds(1));

    assertThat(platform.shown(SLACK)).containsExactly("run.1", "run.2");
    assertThat(entry("run.1").reason()).isEqualTo("found in the channel");
  }

  @Test
  void what_a_dead_process_had_only_claimed_is_posted_as_if_nothing_had_happened() {
    add(HOLDING, 1);
    outbox.claim(Lane.of(HOLDING), "dead/1", NINE, NINE.plusSeconds(60));

    runFor(Duration.ofMinutes(2), seconds(1));

    assertThat(platform.shown(HOLDING)).containsExactly("run.1");
  }

  @Test
  void a_change_replaces_the_content_of_what_was_posted() {
    OutboxMessage original = message(SLACK, "run.1", NINE.plus(Duration.ofDays(1)));
    Reply changed = Reply.of("acknowledged").publicly();
    outbox.add(
        List.of(original, OutboxMessage.edit("run.1.a", original, changed, original.expires())),
        NINE);

    runFor(MINUTE, seconds(1));

    assertThat(platform.messages())
        .extracting(FakePlatform.Message::content)
        .containsExactly(changed);
    assertThat(entry("run.1.a").state()).isEqualTo(OutboxEntry.State.SENT);
  }

  @Test
  void a_change_of_which_nobody_knows_is_made_again() {
    OutboxMessage original = message(DISCORD, "run.1", NINE.plus(Duration.ofDays(1)));
    outbox.add(List.of(original), NINE);
    worker.wake();
    platform.then(NO_ANSWER);
    addChange(original);

    runFor(MINUTE, seconds(1));

    assertThat(platform.messages().get(0).content().text()).isEqualTo("acknowledged");
  }

  @Test
  void a_change_of_what_stands_where_the_destination_was_before_is_not_made() {
    OutboxMessage original = message(SLACK, "run.1", NINE.plus(Duration.ofDays(1)));
    outbox.add(List.of(original), NINE);
    worker.wake();
    destinations.put("slack", new Destination("slack", DISCORD));
    addChange(original);

    runFor(MINUTE, seconds(1));

    assertThat(platform.calls()).extracting(FakePlatform.Call::key).containsExactly("run.1");
    assertThat(entry("run.1.a").state()).isEqualTo(OutboxEntry.State.DEAD);
    assertThat(entry("run.1.a").reason()).contains("where the destination was before");
  }

  @Test
  void a_mistake_of_ours_stops_one_message_and_not_what_follows() {
    platform.weather(
        (channel, at) -> {
          if (at.equals(NINE)) {
            throw new IllegalStateException("a mistake");
          }
          return ok();
        });
    add(DISCORD, 1);
    worker.wake();
    clock.advance(seconds(1));
    outbox.add(List.of(message(DISCORD, "run.2", NINE.plus(Duration.ofDays(1)))), NINE);

    runFor(MINUTE, seconds(1));

    assertThat(platform.shown(DISCORD)).containsExactly("run.2");
    assertThat(entry("run.1").state()).isEqualTo(OutboxEntry.State.HELD);
    assertThat(entry("run.1").reason()).startsWith("a mistake on our side");
  }

  @Test
  void a_destination_that_was_removed_is_named() {
    outbox.add(List.of(message(DISCORD, "run.1", NINE)), NINE);
    destinations.clear();

    worker.wake();

    assertThat(entry("run.1").reason()).isEqualTo("there is no destination discord any more");
  }

  @Test
  void a_platform_that_hangs_delays_no_other() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch arrived = new CountDownLatch(3);
    Notifier notifier =
        new Notifier() {
          @Override
          public boolean serves(Channel channel) {
            return true;
          }

          @Override
          public Delivery post(Channel channel, Post post) {
            try {
              if (channel.equals(HOLDING)) {
                hangs.await();
              } else {
                arrived.countDown();
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return ok();
          }
        };
    outbox.add(List.of(message(HOLDING, "stuck.1", NINE.plusSeconds(999))), NINE);
    add(DISCORD, 3);
    ExecutorService pool = Executors.newCachedThreadPool();
    try {
      worker("node-2", Messenger.of(notifier), pool).wake();

      assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      hangs.countDown();
      pool.shutdown();
    }
    assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  /** Two hours in which every channel answers 429 and 503 by turns, then recovery. */
  @Test
  void after_two_hours_of_rate_limits_and_failures_everything_arrives_in_order() {
    Instant recovery = NINE.plus(Duration.ofHours(2));
    Map<Channel, Integer> asked = new HashMap<>();
    Map<Channel, Instant> notBefore = new HashMap<>();
    List<String> impatient = new ArrayList<>();
    platform.weather(
        (channel, at) -> {
          if (at.isBefore(notBefore.getOrDefault(channel, NINE))) {
            impatient.add(channel + " at " + at);
          }
          if (!at.isBefore(recovery)) {
            return ok();
          }
          int turn = asked.merge(channel, 1, Integer::sum);
          if (turn % 2 == 0) {
            return DOWN;
          }
          Duration wait = seconds(1 + turn * 7L % 90);
          notBefore.put(channel, at.plus(wait));
          return new Delivery.RateLimited(wait);
        });
    List<Channel> channels = List.of(DISCORD, SLACK, HOLDING);
    for (int i = 1; i <= 30; i++) {
      for (Channel channel : channels) {
        outbox.add(
            List.of(message(channel, name(channel) + "." + i, NINE.plus(Duration.ofHours(4)))),
            NINE.plusSeconds(60L * i));
      }
    }

    runFor(Duration.ofHours(3), Duration.ofMillis(500));

    for (Channel channel : channels) {
      assertThat(platform.shown(channel))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 30).mapToObj(i -> name(channel) + "." + i).toList());
    }
    assertThat(impatient).isEmpty();
    for (Channel channel : List.of(SLACK, HOLDING)) {
      assertThat(gaps(channel))
          .allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(seconds(1)));
    }
  }

  private void runFor(Duration time, Duration step) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      worker.wake();
      clock.advance(step);
    }
  }

  private List<Duration> gaps() {
    return gaps(null);
  }

  private List<Duration> gaps(Channel channel) {
    List<Instant> times =
        platform.calls().stream()
            .filter(call -> channel == null || call.channel().equals(channel))
            .map(FakePlatform.Call::at)
            .toList();
    return IntStream.range(1, times.size())
        .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
        .toList();
  }

  private OutboxEntry entry(String key) {
    return outbox.find(key).orElseThrow();
  }

  private void add(Channel channel, int parts) {
    for (int i = 1; i <= parts; i++) {
      outbox.add(List.of(message(channel, "run." + i, NINE.plus(Duration.ofDays(1)))), NINE);
    }
  }

  private void addChange(OutboxMessage original) {
    Reply changed = Reply.of("acknowledged").publicly();
    outbox.add(List.of(OutboxMessage.edit("run.1.a", original, changed, original.expires())), NINE);
  }

  private OutboxMessage message(Channel channel, String key, Instant expires) {
    Destination destination = new Destination(name(channel), channel);
    destinations.put(destination.name(), destination);
    List<Phrase> lines = IntStream.range(0, 10).mapToObj(i -> Phrase.of("series " + i)).toList();
    Reply content =
        Reply.of(Card.titled("Digest " + key).part(new Part.Bullets(lines, 0)).build()).publicly();
    return OutboxMessage.post(key, "run", destination, content, expires);
  }

  private OutboxWorker worker(String process, Messenger messenger) {
    return worker(process, messenger, Runnable::run);
  }

  private OutboxWorker worker(String process, Messenger messenger, Executor executor) {
    Destinations known = name -> Optional.ofNullable(destinations.get(name));
    return new OutboxWorker(
        outbox,
        known,
        List.of(messenger),
        new Backoff(() -> 0.5),
        new DeadLetters(outbox, known, name -> "ops"),
        lane -> true,
        clock,
        executor,
        process,
        OutboxWorker.DEFAULT_LEASE);
  }

  private static Delivery ok() {
    return new Delivery.Delivered(null);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static String name(Channel channel) {
    return channel.fold(
        d -> "discord",
        s -> "slack",
        w -> w.onUnknown() == Channel.OnUnknown.HOLD ? "hold" : "resend");
  }

  private static Channel webhook(Channel.OnUnknown onUnknown) {
    return new Channel.SlackWebhook(
        URI.create("https://hooks.invalid/" + onUnknown.name()), onUnknown);
  }
}
