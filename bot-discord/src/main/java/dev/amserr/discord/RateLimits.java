package dev.amserr.discord;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What Discord has said about when it takes the next request. Asking sooner counts towards a ban of
 * the address (10,000 refusals in 10 minutes). Thread-safe.
 */
final class RateLimits {

  private static final String EVERYTHING = "*";
  private static final Duration UNSAID = Duration.ofSeconds(1);

  private final Clock clock;
  private final Map<String, Instant> closedUntil = new ConcurrentHashMap<>();

  RateLimits(Clock clock) {
    this.clock = clock;
  }

  /** How long to wait before the next request to a bucket; empty if it may go now. */
  Optional<Duration> wait(String bucket) {
    Instant now = clock.instant();
    closedUntil.values().removeIf(until -> !until.isAfter(now));
    Instant until =
        later(
            closedUntil.getOrDefault(bucket, Instant.MIN),
            closedUntil.getOrDefault(EVERYTHING, Instant.MIN));
    return until.isAfter(now) ? Optional.of(Duration.between(now, until)) : Optional.empty();
  }

  /** Remembers a bucket that is used up. */
  void learn(String bucket, HttpHeaders headers) {
    if (headers.firstValue("X-RateLimit-Remaining").filter("0"::equals).isPresent()) {
      seconds(headers, "X-RateLimit-Reset-After").ifPresent(wait -> close(bucket, wait));
    }
  }

  /** Remembers a refusal and says how long to wait: the longest of what the answer says. */
  Duration refused(String bucket, Exchange.Answered answer) {
    Duration header = seconds(answer.headers(), "Retry-After").orElse(Duration.ZERO);
    Duration body = seconds(answer.body().path("retry_after").asDouble(0));
    Duration longest = header.compareTo(body) > 0 ? header : body;
    Duration wait = longest.isZero() ? UNSAID : longest;
    boolean global =
        answer.body().path("global").asBoolean(false)
            || answer.headers().firstValue("X-RateLimit-Global").isPresent();
    close(global ? EVERYTHING : bucket, wait);
    return wait;
  }

  private void close(String bucket, Duration wait) {
    closedUntil.merge(bucket, clock.instant().plus(wait), RateLimits::later);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Optional<Duration> seconds(HttpHeaders headers, String name) {
    return headers
        .firstValue(name)
        .filter(value -> value.matches("[0-9]{1,9}(\\.[0-9]{1,9})?"))
        .map(value -> seconds(Double.parseDouble(value)));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) Math.ceil(Math.max(0, seconds) * 1_000));
  }
}
