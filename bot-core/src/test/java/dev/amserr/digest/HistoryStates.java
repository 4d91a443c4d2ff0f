package dev.amserr.digest;

import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesEvent;
import dev.amserr.recurrence.SeriesQueries;
import dev.amserr.recurrence.SeriesState;
import dev.amserr.recurrence.SeriesStates;
import dev.amserr.recurrence.StateKind;
import dev.amserr.recurrence.Why;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** States of a window from those that are open and from the history of each series. */
public final class HistoryStates implements WindowStates {

  private static final int LEAST_Z = 4;
  private static final int LATEST_EVENTS = 100;

  /** A state can outlast the last occurrence by this much. */
  private static final Duration LONGEST_SILENCE = Duration.ofDays(30);

  private final SeriesStates states;
  private final SeriesQueries queries;

  public HistoryStates(SeriesStates states, SeriesQueries queries) {
    this.states = states;
    this.queries = queries;
  }

  @Override
  public Map<Long, List<SeriesState>> during(Interval window) {
    Map<Long, List<SeriesState>> found = new HashMap<>();
    states
        .openStates()
        .forEach(
            (series, open) ->
                open.stream()
                    .filter(state -> state.since().isBefore(window.until()))
                    .forEach(state -> add(found, series, state)));
    for (Series series : queries.seenSince(window.from().minus(LONGEST_SILENCE))) {
      closed(series.id(), window).forEach(state -> add(found, series.id(), state));
    }
    found.values().forEach(list -> list.sort(Comparator.comparing(SeriesState::kind)));
    return found;
  }

  private List<SeriesState> closed(long series, Interval window) {
    Map<StateKind, Instant> closedAt = new HashMap<>();
    List<SeriesState> closed = new ArrayList<>();
    for (SeriesEvent event : queries.events(series, LATEST_EVENTS)) {
      StateKind kind = event.state();
      Why why = event.why();
      if (kind == null || why == null) {
        continue;
      }
      if (event.kind() == SeriesEvent.Kind.STATE_CLOSED) {
        closedAt.put(kind, event.at());
      } else {
        Instant end = closedAt.remove(kind);
        if (end != null && end.isAfter(window.from()) && event.at().isBefore(window.until())) {
          closed.add(
              new SeriesState(
                  kind,
                  event.at(),
                  why,
                  kind == StateKind.SPIKE ? LEAST_Z : 0,
                  event.note(),
                  null));
        }
      }
    }
    return closed;
  }

  private static void add(Map<Long, List<SeriesState>> found, long series, SeriesState state) {
    List<SeriesState> known = found.computeIfAbsent(series, id -> new ArrayList<>());
    if (known.stream().noneMatch(other -> other.kind() == state.kind())) {
      known.add(state);
    }
  }
}
