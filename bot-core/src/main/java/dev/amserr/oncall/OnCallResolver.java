package dev.amserr.oncall;

import dev.amserr.time.Interval;
import dev.amserr.time.LocalTimes;
import dev.amserr.time.ZoneTable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers who is on call: the one place where that is worked out.
 *
 * <p>Made once for each state of the rosters and then used by any number of threads. It has no
 * clock; every answer follows from the rosters, the additions and the instant alone. Teams must be
 * those of the same rosters; instants lie from {@link #EARLIEST} to {@link #LATEST}. Anything else
 * is an {@link IllegalArgumentException}.
 */
public final class OnCallResolver {

  /** The first instant that can be asked for. */
  public static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  /** The last instant that can be asked for. */
  public static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /**
   * How far the end of a shift or a gap is looked for, from the instant or the latest beginning of
   * a layer: what lasts longer has no end in sight.
   */
  public static final Duration LOOK_AHEAD = Duration.ofDays(400);

  private static final String OUT_OF_RANGE = " is not between " + EARLIEST + " and " + LATEST;

  // Windows around an instant that can be asked for may reach a little farther.
  private static final Duration MARGIN = Duration.ofDays(31);

  private final Rosters rosters;
  private final Map<String, TeamTimeline> timelines = new LinkedHashMap<>();

  public OnCallResolver(Rosters rosters) {
    this.rosters = rosters;
    Map<ZoneId, ZoneTable> zones = new HashMap<>();
    for (Team team : rosters.teams().values()) {
      timelines.put(
          team.id(),
          new TeamTimeline(rosters, team, zone -> zones.computeIfAbsent(zone, ZoneTable::of)));
    }
  }

  public Rosters rosters() {
    return rosters;
  }

  /** Who is on call in a team at an instant, on every level. */
  public TeamOnCall at(Team team, Additions additions, Instant at) {
    TeamTimeline timeline = timeline(team);
    TeamTimeline.Memory memory = new TeamTimeline.Memory(additions);
    List<LevelOnCall> levels = new ArrayList<>();
    for (int i = 0; i < team.levels().size(); i++) {
      levels.add(level(timeline, i, additions, at, memory));
    }
    List<TeamOnCall.Following> shadows = new ArrayList<>();
    for (LevelTimeline shadow : timeline.shadows()) {
      for (Shift shift : shadowAt(shadow, at).shifts()) {
        shadows.add(new TeamOnCall.Following(shadow.name(), shift));
      }
    }
    return new TeamOnCall(
        team, at, levels, shadows, Warnings.of(team, additions, at, levels), additions.staleness());
  }

  /**
   * Who is on call in a team at a local time of its zone: two answers where that time occurs twice,
   * the earlier first.
   */
  public List<TeamOnCall> at(Team team, Additions additions, LocalDateTime local) {
    return LocalTimes.allInstants(local, team.zone()).stream()
        .map(at -> at(team, additions, at))
        .toList();
  }

  /** How it comes that this and no one else is on call on a level at an instant. */
  public Explanation explain(Team team, int level, Additions additions, Instant at) {
    TeamTimeline timeline = timeline(team);
    Explanation.Recorder recorder =
        new Explanation.Recorder(timeline.levels().get(level), team, at);
    Interval moment = new Interval(at, at.plusNanos(1));
    Segment segment = timeline.segments(level, moment, additions, recorder).get(0);
    TeamTimeline.Memory memory = new TeamTimeline.Memory(additions);
    return recorder.explanation(segment, level(timeline, level, additions, at, memory));
  }

  /**
   * What happens on a level in a window: segments that touch and fill it, neighbours differ.
   *
   * @param level from 0
   */
  public List<Segment> segments(Team team, int level, Additions additions, Interval window) {
    return Segment.merged(raw(timeline(team), level, additions, window));
  }

  /**
   * The same of every level, the first one first. Cheaper than level after level: whoever stands at
   * a level is left out above, and is looked for only once.
   */
  public List<List<Segment>> segments(Team team, Additions additions, Interval window) {
    return raw(timeline(team), additions, window).stream().map(Segment::merged).toList();
  }

  /**
   * The shifts on a level that are on or come after an instant, uncut, by start, at most so many.
   *
   * @param level from 0
   */
  public List<Shift> upcoming(Team team, int level, Additions additions, Instant at, int count) {
    TeamTimeline timeline = timeline(team);
    LevelTimeline line = timeline.levels().get(level);
    return lookAround(timeline, level, additions, at, new TeamTimeline.Memory(additions))
        .upcoming(at, line.reach(), count);
  }

  /** The week of the team's calendar, Monday to Sunday, that an instant lies in. */
  public WeekPlan week(Team team, Additions additions, Instant at) {
    LocalDate monday =
        LocalDate.ofInstant(at, team.zone())
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Interval week =
        new Interval(
            LocalTimes.toInstant(monday.atStartOfDay(), team.zone()),
            LocalTimes.toInstant(monday.plusWeeks(1).atStartOfDay(), team.zone()));
    List<List<Segment>> levels = segments(team, additions, week);
    List<WeekPlan.Row> rows = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      rows.add(new WeekPlan.Row(i + 1, team.levels().get(i).name(), levels.get(i)));
    }
    return new WeekPlan(team, monday, week, rows);
  }

  /**
   * When a person is on call in a window, in all teams, by start.
   *
   * @param additions those of each team
   */
  public List<Duty> duties(Person person, Function<Team, Additions> additions, Interval window) {
    List<Duty> duties = new ArrayList<>();
    for (Team team : rosters.teams().values()) {
      List<List<Segment>> levels = raw(timeline(team), additions.apply(team), window);
      for (int i = 0; i < levels.size(); i++) {
        for (Shift shift : Shift.of(levels.get(i))) {
          if (shift.person().id().equals(person.id())) {
            duties.add(new Duty(team, team.levels().get(i).name(), shift));
          }
        }
      }
    }
    duties.sort((a, b) -> a.shift().from().compareTo(b.shift().from()));
    return duties;
  }

  private LevelOnCall level(
      TeamTimeline timeline,
      int index,
      Additions additions,
      Instant at,
      TeamTimeline.Memory memory) {
    LevelTimeline line = timeline.levels().get(index);
    LookAround.Sight sight =
        lookAround(timeline, index, additions, at, memory)
            .at(at, line.reach(), timeline.expectsGapAt(at));
    return new LevelOnCall(
        index + 1,
        line.name(),
        sight.onCall(),
        sight.segment().doubled(),
        sight.segment().unknown());
  }

  private static LookAround lookAround(
      TeamTimeline timeline,
      int index,
      Additions additions,
      Instant at,
      TeamTimeline.Memory memory) {
    check(at);
    return new LookAround(
        timeline.levels().get(index),
        additions,
        at,
        window -> timeline.segments(index, window, additions, memory));
  }

  private static OnCall shadowAt(LevelTimeline shadow, Instant at) {
    return new LookAround(
            shadow,
            Additions.none(),
            at,
            window -> shadow.segments(window, Additions.none(), Trace.NONE))
        .at(at, shadow.reach(), false)
        .onCall();
  }

  private static List<Segment> raw(
      TeamTimeline timeline, int level, Additions additions, Interval window) {
    check(window);
    return timeline.segments(level, window, additions, Trace.NONE);
  }

  private static List<List<Segment>> raw(
      TeamTimeline timeline, Additions additions, Interval window) {
    check(window);
    TeamTimeline.Memory memory = new TeamTimeline.Memory(additions);
    List<List<Segment>> levels = new ArrayList<>();
    for (int i = 0; i < timeline.levels().size(); i++) {
      levels.add(timeline.segments(i, window, additions, memory));
    }
    return levels;
  }

  private static void check(Interval window) {
    if (window.from().isBefore(EARLIEST.minus(MARGIN))
        || window.until().isAfter(LATEST.plus(MARGIN))) {
      throw new IllegalArgumentException(window + OUT_OF_RANGE);
    }
  }

  private TeamTimeline timeline(Team team) {
    TeamTimeline timeline = timelines.get(team.id());
    if (timeline == null || !timeline.team().equals(team)) {
      throw new IllegalArgumentException("the team " + team.id() + " is not of these rosters");
    }
    return timeline;
  }

  private static void check(Instant at) {
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw new IllegalArgumentException(at + OUT_OF_RANGE);
    }
  }
}
