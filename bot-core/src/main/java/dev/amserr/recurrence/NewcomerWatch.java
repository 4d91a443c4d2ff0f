package dev.amserr.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Watches for NEW: first seen less than 7 days ago. */
final class NewcomerWatch implements Watch {

  static final Duration NEW_FOR = Duration.ofDays(7);

  private final SeriesMemory memory;

  NewcomerWatch(SeriesMemory memory) {
    this.memory = memory;
  }

  @Override
  public void look(Look look, OpenStates states) {
    for (long series : states.in(StateKind.NEW)) {
      Instant since = states.get(series, StateKind.NEW).orElseThrow().since();
      if (!isNew(since, look.end())) {
        states.set(series, StateKind.NEW, null, look.end());
      }
    }
    List<Series> seen = new ArrayList<>(memory.get(look.woken()));
    seen.addAll(look.swept());
    for (Series series : seen) {
      if (isNew(series.firstSeen(), look.end())
          && states.get(series.id(), StateKind.NEW).isEmpty()) {
        double days = days(series.firstSeen(), look.end());
        states.set(
            series.id(),
            StateKind.NEW,
            SeriesState.of(StateKind.NEW, series.firstSeen(), new Why(days, days(NEW_FOR), 0)),
            look.end());
      }
    }
  }

  private static boolean isNew(Instant firstSeen, Instant now) {
    return now.isBefore(firstSeen.plus(NEW_FOR));
  }

  private static double days(Instant from, Instant until) {
    return Math.max(0, days(Duration.between(from, until)));
  }

  private static double days(Duration duration) {
    return duration.toMinutes() / (24.0 * 60);
  }
}
