package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.time.LocalDate;
import java.util.List;

/**
 * A calendar week of a team.
 *
 * @param monday its first day
 * @param time from that Monday to the next, in the team's zone
 * @param rows one for each level
 */
public record WeekPlan(Team team, LocalDate monday, Interval time, List<Row> rows) {

  public WeekPlan {
    rows = List.copyOf(rows);
  }

  /**
   * A level's week.
   *
   * @param number from 1
   * @param segments touch each other and fill the week
   */
  public record Row(int number, String name, List<Segment> segments) {

    public Row {
      segments = List.copyOf(segments);
    }
  }
}
