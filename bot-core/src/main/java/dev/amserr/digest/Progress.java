package dev.amserr.digest;

import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a schedule has come.
 *
 * @param knownSince since when its cron and zone are known: what fired before is no run
 * @param coveredUntil the end of the latest run's window; null where there was no run
 */
public record Progress(Instant knownSince, @Nullable Instant coveredUntil) {

  /** Only what fires after this can be due. */
  Instant notDueUntil() {
    return coveredUntil == null ? knownSince : Interval.later(knownSince, coveredUntil);
  }

  /** Where the next window begins; empty for the first run. */
  Optional<Instant> windowStart() {
    return Optional.ofNullable(coveredUntil);
  }
}
