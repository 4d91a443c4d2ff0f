package dev.amserr.digest;

import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesState;
import java.util.List;

/**
 * A series with the states in which a digest shows it.
 *
 * @param owner the id of a team; empty for nobody
 * @param states at least one; it stands in the section of the first
 */
record Flagged(Series series, String owner, List<SeriesState> states) {
  /** The state that decides where it stands. */
  SeriesState first() {
    return states.get(0);
  }
}
