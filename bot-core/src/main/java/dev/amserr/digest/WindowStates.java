package dev.amserr.digest;

import dev.amserr.recurrence.SeriesState;
import dev.amserr.time.Interval;
import java.util.List;
import java.util.Map;

/** Which series were in which states at some time of a window, over by its end or not. */
@FunctionalInterface
public interface WindowStates {

  /**
   * The states by series, in the order of {@link dev.amserr.recurrence.StateKind}; without series
   * that were in none.
   *
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer
   */
  Map<Long, List<SeriesState>> during(Interval window);
}
