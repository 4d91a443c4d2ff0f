package dev.amserr.discord.fake;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Ids as Discord makes them: milliseconds since 2015, then a counter. */
final class Snowflakes {

  private static final long EPOCH = 1_420_070_400_000L;

  private final Clock clock;
  private final AtomicLong last = new AtomicLong();

  Snowflakes(Clock clock) {
    this.clock = clock;
  }

  /** An id of now, greater than all before. */
  String next() {
    long now = (clock.millis() - EPOCH) << 22;
    return Long.toString(last.updateAndGet(before -> Math.max(before + 1, now)));
  }

  static long millis(String id) {
    return (Long.parseLong(id) >> 22) + EPOCH;
  }
}
