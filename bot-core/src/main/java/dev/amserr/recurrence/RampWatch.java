package dev.amserr.recurrence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Watches for RAMP, once a day: the last three runs of 7 days, each half as much again. */
final class RampWatch implements Watch {

  private static final int DAYS = 7;
  private static final double GROWTH = 1.5;
  private static final int LEAST_RISE = 100;

  private final BucketReader buckets;
  private final SeriesMemory memory;
  private final ZoneId zone;

  RampWatch(BucketReader buckets, SeriesMemory memory, ZoneId zone) {
    this.buckets = buckets;
    this.memory = memory;
    this.zone = zone;
  }

  @Override
  public void look(Look look, OpenStates states) {
    if (!look.newDay()) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(look.end(), zone);
    Map<Long, Long> last = totals(today);
    Map<Long, Long> middle = totals(today.minusDays(DAYS));
    Map<Long, Long> first = totals(today.minusDays(2 * DAYS));
    Set<Long> ids = new TreeSet<>(last.keySet());
    ids.retainAll(first.keySet());
    ids.addAll(states.in(StateKind.RAMP));
    ids.removeIf(
        id -> states.get(id, StateKind.RAMP).isEmpty() && why(last, middle, first, id) == null);
    for (Series series : memory.get(ids)) {
      Why why = isOld(series, today) ? why(last, middle, first, series.id()) : null;
      SeriesState before = states.get(series.id(), StateKind.RAMP).orElse(null);
      SeriesState after =
          why == null
              ? null
              : SeriesState.of(StateKind.RAMP, before == null ? look.end() : before.since(), why);
      states.set(series.id(), StateKind.RAMP, after, look.end());
    }
  }

  private Map<Long, Long> totals(LocalDate until) {
    return buckets.dayTotals(until.minusDays(DAYS), until);
  }

  private boolean isOld(Series series, LocalDate today) {
    LocalDate firstDay = LocalDate.ofInstant(series.firstSeen(), zone);
    return ChronoUnit.DAYS.between(firstDay, today) >= 3 * DAYS;
  }

  private static @Nullable Why why(
      Map<Long, Long> last, Map<Long, Long> middle, Map<Long, Long> first, long id) {
    return why(last.getOrDefault(id, 0L), middle.getOrDefault(id, 0L), first.getOrDefault(id, 0L));
  }

  /** The reason, from W0, W₋₁ and W₋₂; null if it is no ramp. A ramp does not begin at nothing. */
  static @Nullable Why why(long w0, long w1, long w2) {
    double limit = Math.max(GROWTH * w1, (double) w2 + LEAST_RISE);
    return w2 == 0 || w1 < GROWTH * w2 || w0 < limit ? null : new Why(w0, limit, w1);
  }
}
