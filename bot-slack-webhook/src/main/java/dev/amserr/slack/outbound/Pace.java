package dev.amserr.slack.outbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.amserr.notify.Channel;
import dev.amserr.notify.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * When a channel may be posted to again: one message a second, and not before Slack's {@code
 * Retry-After} is over. Waits for nothing itself. Thread-safe.
 */
final class Pace {

  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final long MOST_CHANNELS = 10_000;

  private final Clock clock;
  private final Cache<Channel, AtomicReference<Instant>> freeAt =
      Caffeine.newBuilder().maximumSize(MOST_CHANNELS).build();

  Pace(Clock clock) {
    this.clock = clock;
  }

  /** Posts if it is the channel's turn, and heeds what Slack answers. */
  Delivery inTurn(Channel channel, Supplier<Delivery> posting) {
    Duration wait = take(channel);
    if (!wait.isZero()) {
      return new Delivery.RateLimited(wait);
    }
    Delivery delivery = posting.get();
    heed(channel, delivery);
    return delivery;
  }

  /** Takes the channel's turn, or says how long until there is one; zero if it was taken. */
  private Duration take(Channel channel) {
    Instant now = clock.instant();
    AtomicReference<Instant> free = free(channel);
    Instant before = free.getAndUpdate(at -> at.isAfter(now) ? at : now.plus(BETWEEN));
    return before.isAfter(now) ? Duration.between(now, before) : Duration.ZERO;
  }

  /** Leaves the channel alone for as long as Slack asked for. */
  private void heed(Channel channel, Delivery delivery) {
    Deliveries.pause(delivery)
        .map(clock.instant()::plus)
        .ifPresent(until -> free(channel).updateAndGet(at -> at.isAfter(until) ? at : until));
  }

  private AtomicReference<Instant> free(Channel channel) {
    return freeAt.get(channel, c -> new AtomicReference<>(Instant.MIN));
  }
}
