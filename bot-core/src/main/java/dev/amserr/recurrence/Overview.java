package dev.amserr.recurrence;

import dev.amserr.time.Interval;
import java.util.List;

/**
 * The series of a window with what is said of them.
 *
 * @param lines the most frequent first
 * @param more how many series were left out
 * @param total how often all of them occurred, those left out too
 * @param totalBefore the same in the window of the same length right before
 * @param shed what was given up in the hours of the window
 */
public record Overview(
    Interval window, List<Line> lines, int more, long total, long totalBefore, Sheds shed) {

  public Overview {
    lines = List.copyOf(lines);
  }

  /**
   * One series.
   *
   * @param count in the window
   * @param before in the window before
   * @param states what is said of it now, in the order of {@link StateKind}
   * @param covered whether somebody acknowledged or muted all of that
   */
  public record Line(
      Series series, long count, long before, List<SeriesState> states, boolean covered) {
    public Line {
      states = List.copyOf(states);
    }
  }
}
