package dev.amserr.slack.outbound;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Calls again what Slack certainly did not do, for one purpose: {@value #REPEATS} times and {@link
 * #WAIT} at most in all. Waits on the thread that calls.
 */
final class Patience {

  static final int REPEATS = 3;
  static final Duration WAIT = Duration.ofSeconds(18);

  private final Duration backOff;
  private Duration left = WAIT;
  private int repeats;

  /**
   * Patience that is not used up yet.
   *
   * @param backOff the shortest wait
   */
  Patience(Duration backOff) {
    this.backOff = backOff;
  }

  /** What the call came to at last. */
  WebApi.Result call(Supplier<WebApi.Result> call) {
    WebApi.Result result = call.get();
    for (Optional<Duration> wait = next(result); wait.isPresent(); wait = next(result)) {
      pause(wait.get());
      result = call.get();
    }
    return result;
  }

  private Optional<Duration> next(WebApi.Result result) {
    if (repeats == REPEATS) {
      return Optional.empty();
    }
    return result
        .fold(
            done -> Optional.<Duration>empty(),
            failed -> Deliveries.untilNext(failed.delivery(), backOff, repeats + 1))
        .filter(wait -> wait.compareTo(left) <= 0);
  }

  private void pause(Duration wait) {
    repeats++;
    left = left.minus(wait);
    Executor later = CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture.runAsync(() -> {}, later).join();
  }
}
