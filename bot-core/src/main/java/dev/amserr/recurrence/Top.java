package dev.amserr.recurrence;

import java.util.List;

/**
 * The series that occur most in a window.
 *
 * @param lines the most frequent first, then by id
 * @param more how many series were left out
 * @param total how often all of them occurred, those left out too
 * @param totalBefore the same in the window before
 */
public record Top(List<Line> lines, int more, long total, long totalBefore) {

  public Top {
    lines = List.copyOf(lines);
  }

  /**
   * One series.
   *
   * @param count in the window, from 1
   * @param before in the window of the same length right before
   */
  public record Line(Series series, long count, long before) {}
}
