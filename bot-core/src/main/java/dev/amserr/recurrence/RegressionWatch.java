package dev.amserr.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Watches for REGRESSED: an event later than 10 minutes after somebody resolved the series. Over as
 * soon as somebody takes it or resolves it again.
 */
final class RegressionWatch implements Watch {

  static final Duration GRACE = Duration.ofMinutes(10);

  private final SeriesStates store;

  RegressionWatch(SeriesStates store) {
    this.store = store;
  }

  @Override
  public void look(Look look, OpenStates states) {
    Map<Long, Series> resolved =
        store.resolved().stream().collect(Collectors.toMap(Series::id, Function.identity()));
    Set<Long> ids = new TreeSet<>(resolved.keySet());
    ids.addAll(states.in(StateKind.REGRESSED));
    for (long id : ids) {
      Series series = resolved.get(id);
      Instant resolvedAt = series == null ? null : series.handling().at();
      if (series == null || resolvedAt == null) {
        states.set(id, StateKind.REGRESSED, null, look.end());
        continue;
      }
      boolean cameBack = series.lastSeen().isAfter(resolvedAt.plus(GRACE));
      boolean known = states.get(id, StateKind.REGRESSED).isPresent();
      if (cameBack != known) {
        Why why =
            new Why(
                Duration.between(resolvedAt, series.lastSeen()).toMinutes(), GRACE.toMinutes(), 0);
        states.set(
            id,
            StateKind.REGRESSED,
            cameBack ? SeriesState.of(StateKind.REGRESSED, look.end(), why) : null,
            look.end());
      }
    }
  }
}
