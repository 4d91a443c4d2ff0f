package dev.amserr.slack.outbound;

import dev.amserr.notify.Delivery;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

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
   * Sends an answer; tries again what certainly did not arrive, as long as uses and time are left:
   * as text alone what Slack can't read or finds too large. Once more, too, where no answer came
   * and the answer is repeatable. Completes with what came of it, never with an exception.
   */
  public CompletableFuture<Delivery> send(LateAnswer answer) {
    return send(new Attempt(answer.full(), Optional.of(answer.plain()), answer.repeatable()));
  }

  /**
   * What is sent next.
   *
   * @param plainer what to send if Slack refuses it for its form
   * @param repeatable whether to send it again if no answer comes
   */
  private record Attempt(
      Supplier<byte[]> json, Optional<Supplier<byte[]>> plainer, boolean repeatable) {

    Optional<Attempt> plain() {
      return plainer.map(form -> new Attempt(form, Optional.empty(), repeatable));
    }

    Optional<Attempt> repeated() {
      return repeatable ? Optional.of(new Attempt(json, plainer, false)) : Optional.empty();
    }
  }

  /** An attempt after some time. */
  private record Next(Duration pause, Attempt attempt) {}

  private CompletableFuture<Delivery> send(Attempt attempt) {
    if (used.incrementAndGet() > USES || !clock.instant().isBefore(expires)) {
      return CompletableFuture.completedFuture(
          new Delivery.Rejected(
              Delivery.Cause.GONE, "Slack takes no more answers to this interaction."));
    }
    return http.post(url, "application/json; charset=utf-8", attempt.json().get(), Map.of())
        .thenApply(ResponseUrl::delivery)
        .thenCompose(
            delivery ->
                next(delivery, attempt)
                    .filter(this::isPossible)
                    .map(this::later)
                    .orElseGet(() -> CompletableFuture.completedFuture(delivery)));
  }

  private Optional<Next> next(Delivery delivery, Attempt attempt) {
    return Deliveries.untilNext(delivery, backOff, used.get())
        .map(wait -> new Next(wait, attempt))
        .or(() -> otherwise(delivery, attempt));
  }

  private Optional<Next> otherwise(Delivery delivery, Attempt attempt) {
    return delivery.fold(
        delivered -> Optional.empty(),
        limited -> Optional.empty(),
        rejected ->
            switch (rejected.cause()) {
              case INVALID, TOO_LARGE ->
                  attempt.plain().map(plain -> new Next(Duration.ZERO, plain));
              case FORBIDDEN, UNAUTHORIZED, GONE -> Optional.empty();
            },
        unreachable -> Optional.empty(),
        unknown -> attempt.repeated().map(again -> new Next(backOff, again)));
  }

  private boolean isPossible(Next next) {
    return used.get() < USES && clock.instant().plus(next.pause()).isBefore(expires);
  }

  private CompletableFuture<Delivery> later(Next next) {
    Executor later =
        CompletableFuture.delayedExecutor(next.pause().toMillis(), TimeUnit.MILLISECONDS);
    return CompletableFuture.runAsync(() -> {}, later).thenCompose(nothing -> send(next.attempt()));
  }

  private static Delivery delivery(Exchange exchange) {
    return exchange.fold(
        answer ->
            switch (answer.status()) {
              case 200 ->
                  SlackErrors.refusal(answer.body())
                      .map(word -> SlackErrors.ofWord(word, answer.pause()))
                      .orElse(new Delivery.Delivered(null));
              // A gateway says so of what it has handed on.
              case 502, 504 -> new Delivery.Unknown("Slack answered " + answer.status() + ".");
              default -> SlackErrors.ofStatus(answer);
            },
        notSent -> new Delivery.Unreachable(notSent.reason() + "."),
        noAnswer -> new Delivery.Unknown(noAnswer.reason() + "."));
  }

  /** The path is a secret: whoever knows it can answer. */
  @Override
  public String toString() {
    return "ResponseUrl[" + url.getHost() + "/…]";
  }
}
