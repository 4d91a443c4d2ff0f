package dev.amserr.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.dispatch.Desk;
import dev.amserr.notify.Backoff;
import dev.amserr.notify.FakePlatform;
import dev.amserr.notify.Messenger;
import dev.amserr.notify.OutboxWorker;
import dev.amserr.recurrence.StateKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestAmendmentsTest {

  private static final Instant NINE = Instant.parse("2026-03-03T09:00:00Z");

  private final DigestDesk desk = new DigestDesk(NINE.minus(Duration.ofHours(1)));
  private final FakePlatform platform = new FakePlatform(desk.clock);
  private final DigestAmendments amendments =
      new DigestAmendments(
          desk.runs, desk.outbox, desk.composer, desk.store, desk.destinations, desk.clock);
  private final OutboxWorker worker =
      new OutboxWorker(
          desk.outbox,
          desk.destinations,
          List.of(Messenger.ofAll(platform)),
          new Backoff(() -> 0),
          (entry, verdict, at) -> {},
          lane -> true,
          desk.clock,
          Runnable::run,
          "node-1",
          OutboxWorker.DEFAULT_LEASE);

  @Test
  void a_line_is_marked_in_the_posted_message_when_its_series_is_acknowledged() {
    long series = posted();
    desk.clock.advance(Duration.ofMinutes(5));
    desk.acknowledge(series);

    int changes = amendments.wake();
    worker.wake();
    int again = amendments.wake();

    assertThat(changes).isEqualTo(1);
    assertThat(again).isZero();
    assertThat(platform.messages()).hasSize(1);
    assertThat(Desk.plain(platform.messages().get(0).content()))
        .contains("✔ acknowledged by ana: 0x01");
  }

  @Test
  void the_run_stays_as_it_was() {
    long series = posted();
    DigestRun before = desk.runs.latest(1).get(0);
    desk.clock.advance(Duration.ofMinutes(5));
    desk.acknowledge(series);

    amendments.wake();

    assertThat(desk.runs.latest(1)).containsExactly(before);
  }

  @Test
  void nothing_is_changed_while_nothing_was_done() {
    posted();

    assertThat(amendments.wake()).isZero();
  }

  @Test
  void an_old_digest_is_left_alone() {
    long series = posted();
    desk.clock.advance(Duration.ofHours(49));
    desk.acknowledge(series);

    assertThat(amendments.wake()).isZero();
  }

  private long posted() {
    desk.schedules.add(DigestSchedule.of("daily", "0 9 * * *", ZoneId.of("UTC"), "team"));
    desk.runner.wake();
    Instant at = desk.clock.instant();
    long series = desk.count("0x01", at, 60);
    desk.open(series, StateKind.SPIKE, at);
    desk.passTo(NINE);
    desk.runner.wake();
    worker.wake();
    desk.clock.advance(Duration.ofSeconds(2));
    return series;
  }
}
