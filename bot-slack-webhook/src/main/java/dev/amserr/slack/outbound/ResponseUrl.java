package dev.amserr.slack.outbound;

import dev.amserr.notify.Delivery;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where one interaction can be answered later: {@value #USES} times within 30 minutes. Thread-safe.
 */
public final class ResponseUrl {

  /** How often Slack takes an answer. */
  public static final int USES = 5;

  /** How long Slack takes answers. */
  public static final Duration LIFE = Duration.ofMinutes(30);

  private final URI url;
  private final Instant expires;
  private final SlackHttp http;
  private final Clock clock;
  private final Duration backOff;
  private final AtomicInteger used = new AtomicInteger();

  ResponseUrl(URI url, SlackHttp http, Clock clock, Duration backOff) {
    this.url = url;
    this.expires = clock.instant().plus(LIFE);
    this.http = http;
    this.clock = clock;
    this.backOff = backOff;
  }

  /**
   * Sends an answer, JSON in UTF-8; tries again what certainly did not arrive, as long as uses and
   * time are left. Completes with what came of it, never with an exception.
   */
  public CompletableFuture<Delivery> send(byte[] json) {
    if (used.incrementAndGet() > USES || !clock.instant().isBefore(expires)) {
      return CompletableFuture.completedFuture(
          new Delivery.Rejected(
              Delivery.Cause.GONE, "Slack takes no more answers to this interaction."));
    }
    return http.post(url, "application/json; charset=utf-8", json, Map.of())
        .thenApply(ResponseUrl::delivery)
        .thenCompose(delivery -> orAgain(delivery, json));
  }

  private CompletableFuture<Delivery> orAgain(Delivery delivery, byte[] json) {
    Duration wait =
        delivery.fold(
            delivered -> Duration.ZERO,
            Delivery.RateLimited::retryAfter,
            rejected -> Duration.ZERO,
            unreachable -> backOff.multipliedBy(used.get()),
            unknown -> Duration.ZERO);
    boolean worthIt =
        !wait.isZero() && used.get() < USES && clock.instant().plus(wait).isBefore(expires);
    if (!worthIt) {
      return CompletableFuture.completedFuture(delivery);
    }
    Executor later = CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
    return CompletableFuture.runAsync(() -> {}, later).thenCompose(nothing -> send(json));
  }

  private static Delivery delivery(Exchange exchange) {
    return exchange.fold(
        answer ->
            answer.status() == 200 ? new Delivery.Delivered(null) : SlackErrors.ofStatus(answer),
        notSent -> new Delivery.Unreachable(notSent.reason() + "."),
        noAnswer -> new Delivery.Unknown(noAnswer.reason() + "."));
  }

  /** The path is a secret: whoever knows it can answer. */
  @Override
  public String toString() {
    return "ResponseUrl[" + url.getHost() + "/…]";
  }
}
