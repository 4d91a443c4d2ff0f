package dev.amserr.slack.inbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * What was seen within some time. Of more than a bound the oldest is forgotten first: a cache that
 * evicts by size would refuse the newest, which is what comes again. So there are two generations
 * without eviction; when the present one is full, it becomes the former one, and the former one is
 * forgotten. Holds twice the bound at most. Thread-safe.
 */
final class RecentlySeen<K> {

  private final Clock clock;
  private final Duration time;
  private final int bound;
  private final ReadWriteLock turnover = new ReentrantReadWriteLock();
  private Cache<K, Boolean> present;
  private Cache<K, Boolean> former;

  /**
   * Nothing seen yet.
   *
   * @param bound how many of the newest are remembered in any case
   * @param time how long each is remembered unless more come
   */
  RecentlySeen(int bound, Duration time, Clock clock) {
    this.clock = clock;
    this.time = time;
    this.bound = bound;
    this.present = generation();
    this.former = generation();
  }

  /** Whether it was not seen recently; of several threads that ask at once, one is the first. */
  boolean isFirst(K key) {
    boolean first;
    boolean full;
    turnover.readLock().lock();
    try {
      first =
          former.getIfPresent(key) == null
              && present.asMap().putIfAbsent(key, Boolean.TRUE) == null;
      full = isFull();
    } finally {
      turnover.readLock().unlock();
    }
    if (full) {
      turnOver();
    }
    return first;
  }

  private void turnOver() {
    turnover.writeLock().lock();
    try {
      if (isFull()) {
        former = present;
        present = generation();
      }
    } finally {
      turnover.writeLock().unlock();
    }
  }

  /** Counts what is expired as well: where some of it is, all of the former generation is. */
  private boolean isFull() {
    return present.estimatedSize() >= bound;
  }

  private Cache<K, Boolean> generation() {
    return Caffeine.newBuilder()
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
        .expireAfterWrite(time)
        .build();
  }
}
