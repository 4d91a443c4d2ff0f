package dev.amserr.app.digest;

import dev.amserr.app.http.Health;
import dev.amserr.notify.DeliveryObserver;
import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxEntry;
import dev.amserr.notify.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How the outbox does, for Prometheus and for readiness: {@code amserr_posts_total} by kind of
 * destination and outcome, and by destination how much waits, since when, is held and has failed.
 *
 * <p>Readiness and gauges tell the last look, so that asking for them costs nothing. Posts that are
 * stuck are a detail of readiness and never make the bot unready. Thread-safe.
 */
public final class OutboxWatch implements DeliveryObserver {

  /** A post that waits for longer is worth a word. */
  static final Duration LONG = Duration.ofMinutes(10);

  /** Failures are told for so long. */
  static final Duration NEWS = Duration.ofDays(1);

  private static final int MOST_FAILURES = 200;

  private final Outbox outbox;
  private final MeterRegistry meters;
  private final Clock clock;
  private final MultiGauge waiting;
  private final MultiGauge oldest;
  private final MultiGauge held;
  private final MultiGauge dead;
  private volatile Health health = new Health.Up();

  public OutboxWatch(Outbox outbox, MeterRegistry meters, Clock clock) {
    this.outbox = outbox;
    this.meters = meters;
    this.clock = clock;
    this.waiting = gauge("waiting", "Posts that wait or are on their way");
    this.oldest = gauge("oldest.seconds", "For how long the first of them has waited");
    this.held = gauge("held", "Posts of which nobody can know whether they arrived");
    this.dead = gauge("dead", "Posts that failed for good");
  }

  private MultiGauge gauge(String name, String description) {
    return MultiGauge.builder("amserr.outbox." + name).description(description).register(meters);
  }

  @Override
  public void settled(OutboxEntry entry, Verdict verdict, Instant at) {
    String outcome =
        verdict.fold(
            sent -> "delivered",
            wait -> wait.kind() == Verdict.Wait.Kind.TURN ? "rate_limited" : "to_be_retried",
            unsure -> "unknown",
            hold -> "held",
            gone -> "dead",
            shrink -> "too_large");
    meters
        .counter("amserr.posts", "type", entry.message().lane().kind(), "outcome", outcome)
        .increment();
  }

  /**
   * Looks at the outbox; to be called every few seconds.
   *
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer
   */
  public void refresh() {
    Instant now = clock.instant();
    List<Outbox.DestinationStatus> queues = outbox.status();
    rows(waiting, queues, Outbox.DestinationStatus::open);
    rows(oldest, queues, queue -> age(queue, now).toSeconds());
    rows(held, queues, Outbox.DestinationStatus::held);
    rows(dead, queues, Outbox.DestinationStatus::dead);
    health = health(queues, now);
  }

  private static void rows(
      MultiGauge gauge,
      List<Outbox.DestinationStatus> queues,
      ToDoubleFunction<Outbox.DestinationStatus> value) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    queues.forEach(
        queue ->
            rows.add(
                MultiGauge.Row.of(
                    Tags.of("destination", queue.destination()), value.applyAsDouble(queue))));
    gauge.register(rows, true);
  }

  private static Duration age(Outbox.DestinationStatus queue, Instant now) {
    return queue.open() == 0 ? Duration.ZERO : Duration.between(queue.oldest(), now);
  }

  /** How the outbox was at the last look. */
  public Health health() {
    return health;
  }

  private Health health(List<Outbox.DestinationStatus> queues, Instant now) {
    List<String> words = new ArrayList<>();
    for (Outbox.DestinationStatus queue : queues) {
      if (age(queue, now).compareTo(LONG) > 0) {
        words.add(
            "%s to %s %s since %s"
                .formatted(
                    queue.open() == 1 ? "1 post" : queue.open() + " posts",
                    queue.destination(),
                    queue.open() == 1 ? "waits" : "wait",
                    queue.oldest().truncatedTo(ChronoUnit.SECONDS)));
      }
    }
    int allHeld = queues.stream().mapToInt(Outbox.DestinationStatus::held).sum();
    if (allHeld > 0) {
      words.add(allHeld == 1 ? "1 post is held" : allHeld + " posts are held");
    }
    long failed =
        queues.stream().anyMatch(queue -> queue.dead() > 0)
            ? outbox.failures(MOST_FAILURES).stream()
                .filter(entry -> entry.state() == OutboxEntry.State.DEAD)
                .filter(entry -> entry.changed().isAfter(now.minus(NEWS)))
                .count()
            : 0;
    if (failed > 0) {
      words.add(failed + " failed within a day");
    }
    return words.isEmpty()
        ? new Health.Up()
        : new Health.Degraded(String.join(", ", words) + "; /digest status says more.");
  }
}
