package dev.amserr.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A series that does not occur any more, and what it did before.
 *
 * @param lastSeen when it occurred last
 * @param hourly λ, the mean of the hourly counts of the 28 days before the silence
 * @param dispersion φq, their population variance over their mean, at least 1
 */
record Silence(long series, String source, Instant lastSeen, double hourly, double dispersion) {

  /** Nothing is quiet sooner. */
  static final Duration SHORTEST = Duration.ofHours(2);

  /** Nothing is quiet later: by then it is forgotten. */
  static final Duration LONGEST = Duration.ofDays(30);

  /** −ln of the chance, about 1 %, that a Poisson process is silent for so long. */
  private static final double SURPRISE = 4.6;

  private static final double MINUTES_OF_HOUR = 60;

  /** The first hour after what {@link #of} needs to know. */
  static Instant historyEnd(Instant lastSeen) {
    return lastSeen.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
  }

  /**
   * The silence of a series.
   *
   * @param hours the hours of the series in the 28 days before {@link #historyEnd}
   */
  static Silence of(Series series, Collection<HourBucket> hours) {
    HourHistory history = HourHistory.before(historyEnd(series.lastSeen()), hours, Map.of());
    double mean = history.mean();
    double dispersion = mean == 0 ? 1 : Math.max(1, history.variance() / mean);
    return new Silence(series.id(), series.key().source(), series.lastSeen(), mean, dispersion);
  }

  /** After how long it is quiet; empty if never. */
  Optional<Duration> limit() {
    double hours = SURPRISE * dispersion / hourly;
    if (!(hours <= LONGEST.toHours())) {
      return Optional.empty();
    }
    Duration limit = Duration.ofMinutes((long) Math.ceil(hours * MINUTES_OF_HOUR));
    return Optional.of(limit.compareTo(SHORTEST) < 0 ? SHORTEST : limit);
  }

  boolean isQuiet(Instant now) {
    return limit()
        .filter(limit -> !now.isBefore(lastSeen.plus(limit)))
        .filter(limit -> !isForgotten(now))
        .isPresent();
  }

  boolean isForgotten(Instant now) {
    return now.isAfter(lastSeen.plus(LONGEST));
  }

  /** How often it would have occurred in so many hours, were it as before. */
  double expected(double hours) {
    return hourly * hours;
  }

  /** Hours of silence, the hours it takes, and the usual hours between two occurrences. */
  Why why(Instant now) {
    return new Why(
        hours(lastSeen, now),
        limit().map(limit -> limit.toMinutes() / MINUTES_OF_HOUR).orElse(0.0),
        hourly == 0 ? 0 : 1 / hourly);
  }

  static double hours(Instant from, Instant until) {
    return Duration.between(from, until).toMinutes() / MINUTES_OF_HOUR;
  }
}
