package dev.amserr.discord.fake;

import dev.amserr.discord.fake.HttpExchange.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** One bucket: so many requests in a window, then 429 until it ends. */
final class RateLimitRule {

  private final int most;
  private final Duration window;
  private final Clock clock;
  private long startedAt;
  private int used;

  /**
   * A bucket.
   *
   * @param clock tells the time at which a window ends; its length is measured apart from that
   */
  RateLimitRule(int most, Duration window, Clock clock) {
    this.clock = clock;
    this.most = most;
    this.window = window;
  }

  /** Counts a request; whether it may pass. */
  synchronized boolean admit() {
    long now = System.nanoTime();
    if (used == 0 || now - startedAt >= window.toNanos()) {
      startedAt = now;
      used = 0;
    }
    used++;
    return used <= most;
  }

  synchronized Response refusal() {
    double left = left();
    return Response.json(
            429,
            Payloads.object()
                .put("message", "You are being rate limited.")
                .put("retry_after", left)
                .put("global", false))
        .with("Retry-After", Long.toString((long) Math.ceil(left)))
        .with("X-RateLimit-Scope", "shared");
  }

  /** The headers that tell a client how much is left. */
  synchronized Response describe(Response response, String bucket) {
    double left = left();
    double end = clock.millis() / 1_000.0 + left;
    return response
        .with("X-RateLimit-Limit", Integer.toString(most))
        .with("X-RateLimit-Remaining", Integer.toString(Math.max(0, most - used)))
        .with("X-RateLimit-Reset", String.format(Locale.ROOT, "%.3f", end))
        .with("X-RateLimit-Reset-After", String.format(Locale.ROOT, "%.3f", left))
        .with("X-RateLimit-Bucket", bucket);
  }

  private double left() {
    long passed = System.nanoTime() - startedAt;
    return Math.max(0, window.toNanos() - passed) / 1e9;
  }
}
