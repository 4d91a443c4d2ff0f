package dev.amserr.app.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.http.Health;
import dev.amserr.command.reply.Reply;
import dev.amserr.notify.Channel;
import dev.amserr.notify.Destination;
import dev.amserr.notify.InMemoryOutbox;
import dev.amserr.notify.Lane;
import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxMessage;
import dev.amserr.notify.Verdict;
import dev.amserr.time.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxWatchTest {

  private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
  private static final Destination TEAM =
      new Destination("team", new Channel.SlackChannel("C0000001"));
  private static final Destination HOOK =
      new Destination(
          "hook",
          new Channel.SlackWebhook(
              URI.create("https://hooks.example/services/1"), Channel.OnUnknown.HOLD));

  private final SettableClock clock = new SettableClock(NOW);
  private final InMemoryOutbox outbox = new InMemoryOutbox();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final OutboxWatch watch = new OutboxWatch(outbox, meters, clock);

  @Test
  void posts_are_counted_by_kind_of_destination_and_outcome() {
    add("a", TEAM);
    add("b", HOOK);

    settle(TEAM, new Verdict.Sent("m1", NOW, "delivered"));
    settle(HOOK, new Verdict.Hold("no answer"));

    assertThat(posts("slack", "delivered")).isEqualTo(1);
    assertThat(posts("webhook", "held")).isEqualTo(1);
  }

  @Test
  void gauges_tell_what_waits_since_when_and_what_is_stuck() {
    add("a", TEAM);
    add("b", HOOK);
    add("c", HOOK);
    settle(HOOK, new Verdict.Hold("no answer"));
    settle(HOOK, new Verdict.Dead(Verdict.Dead.Reach.MESSAGE, "refused"));
    clock.advance(Duration.ofMinutes(7));

    watch.refresh();

    assertThat(gauge("amserr.outbox.waiting", "team")).isEqualTo(1);
    assertThat(gauge("amserr.outbox.oldest.seconds", "team")).isEqualTo(420);
    assertThat(gauge("amserr.outbox.oldest.seconds", "hook")).isZero();
    assertThat(gauge("amserr.outbox.held", "hook")).isEqualTo(1);
    assertThat(gauge("amserr.outbox.dead", "hook")).isEqualTo(1);
  }

  @Test
  void an_outbox_at_work_is_up() {
    add("a", TEAM);
    clock.advance(Duration.ofMinutes(9));

    watch.refresh();

    assertThat(watch.health()).isEqualTo(new Health.Up());
  }

  @Test
  void what_is_stuck_is_a_detail_of_readiness() {
    add("a", TEAM);
    add("b", HOOK);
    add("c", HOOK);
    settle(HOOK, new Verdict.Hold("no answer"));
    settle(HOOK, new Verdict.Dead(Verdict.Dead.Reach.MESSAGE, "refused"));
    clock.advance(Duration.ofMinutes(11));

    watch.refresh();

    assertThat(watch.health())
        .isEqualTo(
            new Health.Degraded(
                "1 post to team waits since 2026-03-03T09:00:00Z, 1 post is held, 1 failed within a"
                    + " day; /digest status says more."));
  }

  @Test
  void failures_of_yesterday_are_no_news() {
    add("a", TEAM);
    settle(TEAM, new Verdict.Dead(Verdict.Dead.Reach.MESSAGE, "refused"));
    clock.advance(Duration.ofHours(25));

    watch.refresh();

    assertThat(watch.health()).isEqualTo(new Health.Up());
  }

  private void add(String key, Destination to) {
    outbox.add(
        List.of(OutboxMessage.post(key, "run", to, Reply.of(key), NOW.plusSeconds(60))), NOW);
  }

  private void settle(Destination to, Verdict verdict) {
    Outbox.Claim claim =
        outbox.claim(Lane.of(to.channel()), "w" + clock.instant(), NOW, NOW).orElseThrow();
    outbox.sending(claim, NOW);
    outbox.settle(claim, verdict, NOW);
    watch.settled(claim.entry(), verdict, NOW);
  }

  private double posts(String type, String outcome) {
    return meters.get("amserr.posts").tags("type", type, "outcome", outcome).counter().count();
  }

  private double gauge(String name, String destination) {
    return meters.get(name).tags("destination", destination).gauge().value();
  }
}
