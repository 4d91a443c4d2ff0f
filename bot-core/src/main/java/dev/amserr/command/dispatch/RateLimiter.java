package dev.amserr.command.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.command.Actor;
import dev.amserr.command.reply.Reply;
import java.time.Duration;
import java.util.function.Supplier;

/** Lets each person call as often as the limit says, counted on this node. */
final class RateLimiter implements Guard {

  private static final long MOST_PEOPLE = 100_000;

  private final RateLimit limit;
  private final Ticker ticker;
  private final Cache<Person, Bucket> buckets;

  RateLimiter(RateLimit limit, Ticker ticker) {
    this.limit = limit;
    this.ticker = ticker;
    Duration untilFull =
        Duration.ofMinutes(1).multipliedBy(limit.burst()).dividedBy(limit.perMinute());
    this.buckets =
        Caffeine.newBuilder()
            .ticker(ticker)
            .maximumSize(MOST_PEOPLE)
            .expireAfterAccess(untilFull.plusMinutes(1))
            .build();
  }

  private record Person(String platform, String id) {}

  @Override
  public Answer around(Call call, Supplier<Answer> next) {
    Actor actor = call.origin().actor();
    Bucket bucket =
        buckets.get(
            new Person(actor.platform(), actor.id()), person -> new Bucket(limit, ticker.read()));
    Duration wait = bucket.take(ticker.read());
    return wait.isZero() ? next.get() : new Answer(tooMany(wait), Outcome.LIMITED);
  }

  private static Reply tooMany(Duration wait) {
    long seconds = wait.plusNanos(999_999_999).toSeconds();
    return Reply.of(
        "That was a lot at once. Try again in "
            + (seconds == 1 ? "1 second." : seconds + " seconds."));
  }

  /** Fills evenly up to the burst; a call takes one token. */
  private static final class Bucket {

    private final int burst;
    private final double nanosPerToken;
    private double tokens;
    private long countedAt;

    Bucket(RateLimit limit, long now) {
      this.burst = limit.burst();
      this.nanosPerToken = (double) Duration.ofMinutes(1).toNanos() / limit.perMinute();
      this.tokens = limit.burst();
      this.countedAt = now;
    }

    /** Takes a token, or says how long until there is one. */
    synchronized Duration take(long now) {
      long passed = Math.max(0, now - countedAt);
      tokens = Math.min(burst, tokens + passed / nanosPerToken);
      countedAt += passed;
      if (tokens >= 1) {
        tokens -= 1;
        return Duration.ZERO;
      }
      return Duration.ofNanos((long) Math.ceil((1 - tokens) * nanosPerToken));
    }
  }
}
