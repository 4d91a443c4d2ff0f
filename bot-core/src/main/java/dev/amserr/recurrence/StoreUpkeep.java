package dev.amserr.recurrence;

import java.time.Duration;
import java.time.Instant;

/**
 * What keeps the store small and its hours complete. Any number of nodes may do it at the same
 * time. Every method throws {@link dev.amserr.storage.StoreUnavailableException} if the store does
 * not answer.
 */
public interface StoreUpkeep {

  /** For how long minutes are kept. */
  Duration MINUTES_KEPT = Duration.ofDays(7);

  /** For how long hours, and plays of hours, are kept. Days are kept for ever. */
  Duration HOURS_KEPT = Duration.ofDays(400);

  /**
   * Completes the hours that are over: {@link HourBucket#max60} and {@link HourBucket#max5} by
   * {@link RollingMaxima}, for every hour of which something changed since its last roll-up, and
   * for the hour after it, in which windows of its minutes end; where that one had no occurrence it
   * gets a bucket of count 0. Doing it twice is the same as doing it once; an hour that goes on is
   * left for later.
   *
   * @return how many hours were completed
   */
  int rollUp(Instant now);

  /**
   * Removes what is older than it is kept, keys of {@link OnceKey} among it.
   *
   * @param most how many rows at most, so that nobody waits long; from 1
   * @return how many were removed; fewer than {@code most} when nothing is left to remove
   */
  int expire(Instant now, int most);
}
