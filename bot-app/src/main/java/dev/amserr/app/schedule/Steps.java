package dev.amserr.app.schedule;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;

/** Tells when the time of day was set back, by what passed meanwhile. For one thread. */
final class Steps {

  /** Less is not worth a word; a clock that is slewed stays far below. */
  private static final Duration LEAST = Duration.ofSeconds(1);

  private final Clock clock;
  private final Ticker ticker;
  private Duration ahead;

  /**
   * Steps from now on.
   *
   * @param ticker measures durations
   */
  Steps(Clock clock, Ticker ticker) {
    this.clock = clock;
    this.ticker = ticker;
    this.ahead = ahead();
  }

  /** By how much it was set back since the last look; zero if it was not. */
  Duration back() {
    Duration before = ahead;
    ahead = ahead();
    Duration back = before.minus(ahead);
    return back.compareTo(LEAST) < 0 ? Duration.ZERO : back;
  }

  private Duration ahead() {
    return Duration.ofMillis(clock.millis()).minusNanos(ticker.read());
  }
}
