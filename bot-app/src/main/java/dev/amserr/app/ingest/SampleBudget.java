package dev.amserr.app.ingest;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.concurrent.TimeUnit;

/**
 * How many samples may be looked at: so many a second, and a second's worth at once. Counts are not
 * concerned. Thread-safe.
 */
final class SampleBudget {

  private final long aSecond;
  private final Ticker ticker;
  private long left;
  private long refilledAt;

  SampleBudget(long aSecond, Ticker ticker) {
    this.aSecond = aSecond;
    this.ticker = ticker;
    this.left = aSecond;
    this.refilledAt = ticker.read();
  }

  /** Whether there is one more. */
  synchronized boolean take() {
    long now = ticker.read();
    long fresh = (now - refilledAt) * aSecond / TimeUnit.SECONDS.toNanos(1);
    if (fresh > 0) {
      left = Math.min(aSecond, left + Math.min(aSecond, fresh));
      refilledAt = now;
    }
    if (left == 0) {
      return false;
    }
    left--;
    return true;
  }
}
