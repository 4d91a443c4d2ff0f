package dev.amserr.slack.inbound;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts every refusal and logs the first of each cause, then one line a minute: whoever sends us
 * nonsense must not fill the disk. Thread-safe.
 */
final class RefusalLog {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final SlackMetrics metrics;
  private final Clock clock;
  private final Map<Refusal, Tally> tallies = new EnumMap<>(Refusal.class);

  RefusalLog(SlackMetrics metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
    for (Refusal cause : Refusal.values()) {
      tallies.put(cause, new Tally());
    }
  }

  void add(Refusal cause, int bytes) {
    metrics.refused(cause);
    Tally tally = tallies.get(cause);
    if (tally != null) {
      long unlogged = tally.add(clock.millis());
      if (unlogged > 0) {
        LOG.warn("Slack: refused {} × {} (the last of at least {} bytes)", unlogged, cause, bytes);
      }
    }
  }

  /** Refusals of one cause that are not logged yet. */
  private static final class Tally {

    private long unlogged;
    private long quietUntil = Long.MIN_VALUE;

    /** How many to log now; 0 for none. */
    synchronized long add(long now) {
      unlogged++;
      if (now < quietUntil) {
        return 0;
      }
      quietUntil = now + QUIET.toMillis();
      long all = unlogged;
      unlogged = 0;
      return all;
    }
  }
}
