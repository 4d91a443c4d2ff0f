package dev.amserr.recurrence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The states that series are in, and what changed of them since the changes were last taken. */
final class OpenStates {

  private final Map<StateKind, Map<Long, SeriesState>> open = new EnumMap<>(StateKind.class);
  private final List<StateChange> changes = new ArrayList<>();

  OpenStates(Map<Long, List<SeriesState>> kept) {
    for (StateKind kind : StateKind.values()) {
      open.put(kind, new HashMap<>());
    }
    kept.forEach((series, states) -> states.forEach(s -> of(s.kind()).put(series, s)));
  }

  Optional<SeriesState> get(long series, StateKind kind) {
    return Optional.ofNullable(of(kind).get(series));
  }

  /** The series that are in a state, in the order of their ids. */
  Set<Long> in(StateKind kind) {
    return new TreeSet<>(of(kind).keySet());
  }

  /**
   * Sets what a state of a series is now; does nothing if nothing changed.
   *
   * @param state null if the series is not in it
   */
  void set(long series, StateKind kind, @Nullable SeriesState state, Instant at) {
    SeriesState before = of(kind).get(series);
    if (state == null) {
      if (before != null) {
        of(kind).remove(series);
        changes.add(new StateChange.Closed(series, before, at));
      }
    } else if (!state.equals(before)) {
      of(kind).put(series, state);
      changes.add(
          before == null
              ? new StateChange.Opened(series, state)
              : new StateChange.Renewed(series, state));
    }
  }

  /** What changed since this was called last, in the order in which it did. */
  List<StateChange> takeChanges() {
    List<StateChange> taken = List.copyOf(changes);
    changes.clear();
    return taken;
  }

  private Map<Long, SeriesState> of(StateKind kind) {
    return Objects.requireNonNull(open.get(kind));
  }
}
