package dev.amserr.digest;

import dev.amserr.recurrence.SeriesState;
import dev.amserr.recurrence.StateKind;
import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** Which series were in which states at some time of a window, over by its end or not. */
public interface WindowStates {

  /** The surest, then the latest. */
  Comparator<SeriesState> SUREST =
      Comparator.comparingInt(SeriesState::z).thenComparing(SeriesState::since);

  /**
   * The states by series, in the order of {@link dev.amserr.recurrence.StateKind}; without series
   * that were in none. Of several times in one state the surest counts, of equally sure ones the
   * latest.
   *
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer
   */
  Map<Long, List<SeriesState>> during(Interval window);

  /**
   * Until when states are known; empty before the first look.
   *
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer
   */
  Optional<Instant> evaluatedUntil();

  /** The states of one series, each at most once. */
  static List<SeriesState> joined(List<SeriesState> some, List<SeriesState> more) {
    Map<StateKind, SeriesState> best = new EnumMap<>(StateKind.class);
    Stream.of(some, more)
        .flatMap(List::stream)
        .forEach(state -> best.merge(state.kind(), state, BinaryOperator.maxBy(SUREST)));
    return List.copyOf(best.values());
  }
}
