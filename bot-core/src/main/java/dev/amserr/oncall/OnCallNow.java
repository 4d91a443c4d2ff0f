package dev.amserr.oncall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every level of every team at an instant: for the console's panel and for the metrics {@code
 * oncall_current} and {@code oncall_gap_seconds}.
 *
 * @param rows by team, then by level
 */
public record OnCallNow(Instant at, List<Row> rows) {

  public OnCallNow {
    rows = List.copyOf(rows);
  }

  /**
   * One level of one team.
   *
   * @param level its number, from 1
   * @param name of the level
   * @param people who is on call; empty in a gap
   * @param until when that changes, or null if no change is in sight
   * @param gap how long nobody has been on call against the team's will: zero while somebody is,
   *     and in a gap that the team declared or that never began
   * @param stale why this may be out of date, or empty
   */
  public record Row(
      Team team,
      int level,
      String name,
      List<Person> people,
      @Nullable Instant until,
      Duration gap,
      String stale) {

    public Row {
      people = List.copyOf(people);
    }
  }

  /** The rows of all teams of a state. */
  public static OnCallNow of(OnCallState state, Instant at) {
    List<Row> rows = new ArrayList<>();
    for (Team team : state.teams()) {
      TeamOnCall answer = state.at(team, at);
      for (LevelOnCall level : answer.levels()) {
        rows.add(row(answer, level));
      }
    }
    return new OnCallNow(at, rows);
  }

  private static Row row(TeamOnCall answer, LevelOnCall level) {
    OnCall onCall = level.onCall();
    return new Row(
        answer.team(),
        level.number(),
        level.name(),
        onCall.shifts().stream().map(Shift::person).toList(),
        onCall.<@Nullable Instant>fold(
            assigned -> assigned.earliestEnd().orElse(null), OnCall.Gap::until),
        onCall.fold(assigned -> Duration.ZERO, gap -> length(gap, answer.at())),
        answer.stale());
  }

  private static Duration length(OnCall.Gap gap, Instant at) {
    Instant since = gap.since();
    return gap.expected() || since == null ? Duration.ZERO : Duration.between(since, at);
  }
}
