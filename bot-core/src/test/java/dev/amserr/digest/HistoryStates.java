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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** States of a window from those that are open and from the history of each series. */
public final class HistoryStates implements WindowStates {

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
    return found;
  }

  @Override
  public Optional<Instant> evaluatedUntil() {
    return states.evaluatedUntil();
  }

  private List<SeriesState> closed(long series, Interval window) {
    Map<StateKind, SeriesEvent> closings = new HashMap<>();
    List<SeriesState> closed = new ArrayList<>();
    for (SeriesEvent event : queries.events(series, LATEST_EVENTS)) {
      StateKind kind = event.state();
      Why why = event.why();
      if (kind == null || why == null) {
        continue;
      }
      if (event.kind() == SeriesEvent.Kind.STATE_CLOSED) {
        closings.put(kind, event);
      } else {
        SeriesEvent end = closings.remove(kind);
        if (end != null && end.at().isAfter(window.from()) && event.at().isBefore(window.until())) {
          closed.add(new SeriesState(kind, event.at(), why, end.z(), event.note(), null));
        }
      }
    }
    return closed;
  }

  private static void add(Map<Long, List<SeriesState>> found, long series, SeriesState state) {
    found.merge(series, List.of(state), WindowStates::joined);
  }
}
