package dev.amserr.command.dispatch;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Supplier;

/** Counts and times every call by its outcome. */
final class Timing implements Guard {

  private final CommandMetrics metrics;
  private final Ticker ticker;

  Timing(CommandMetrics metrics, Ticker ticker) {
    this.metrics = metrics;
    this.ticker = ticker;
  }

  @Override
  public Answer around(Call call, Supplier<Answer> next) {
    long start = ticker.read();
    Answer answer = next.get();
    metrics.ended(call.name(), answer.outcome(), Duration.ofNanos(ticker.read() - start));
    return answer;
  }
}
