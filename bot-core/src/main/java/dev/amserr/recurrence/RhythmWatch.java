package dev.amserr.recurrence;

import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Watches for RECURRING: looks at the week of a series whenever it comes back after an hour of
 * silence, and each day at those that recur and at those of the day before, which may have come
 * back sooner or may have been reported late.
 */
final class RhythmWatch implements Watch {

  private static final Duration WEEK = Duration.ofDays(7);

  private final BucketReader buckets;
  private final ZoneId zone;

  RhythmWatch(BucketReader buckets, ZoneId zone) {
    this.buckets = buckets;
    this.zone = zone;
  }

  @Override
  public void look(Look look, OpenStates states) {
    Set<Long> ids = new TreeSet<>(look.woken());
    if (look.newDay()) {
      ids.addAll(states.in(StateKind.RECURRING));
      look.swept().forEach(series -> ids.add(series.id()));
    }
    Interval week = new Interval(look.end().minus(WEEK), look.end());
    for (long id : ids) {
      SeriesState before = states.get(id, StateKind.RECURRING).orElse(null);
      states.set(
          id, StateKind.RECURRING, after(before, buckets.minutes(id, week), look), look.end());
    }
  }

  private @Nullable SeriesState after(
      @Nullable SeriesState before, List<MinuteBucket> minutes, Look look) {
    return DailyRhythm.of(minutes.stream().map(MinuteBucket::start).toList(), zone)
        .map(
            rhythm ->
                SeriesState.of(
                    StateKind.RECURRING,
                    before == null ? look.end() : before.since(),
                    new Why(
                        rhythm.concentration(), DailyRhythm.LEAST_CONCENTRATION, rhythm.episodes()),
                    rhythm.note()))
        .orElse(null);
  }
}
