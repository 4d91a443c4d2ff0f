package dev.amserr.oncall;

import dev.amserr.time.ClockChange;
import dev.amserr.time.Interval;
import dev.amserr.time.ZoneTable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds gaps and overlaps before they come.
 *
 * <p>A clock change is named as a cause if, had it never come, the gap or overlap would be shorter
 * or not there at all. Gaps that the team expects are left out.
 */
public final class GapForecast {

  /** As far as one looks ahead by default. */
  public static final Duration DEFAULT_WINDOW = Duration.ofDays(60);

  // A change that long ago is how things are by now, not news.
  private static final Duration MEMORY = Duration.ofDays(60);
  private static final Duration MARGIN = Duration.ofDays(1);

  private final Rosters rosters;

  public GapForecast(Rosters rosters) {
    this.rosters = rosters;
  }

  /** The findings on every level of a team in a window, by level, then by time. */
  public List<Finding> of(Team team, Additions additions, Interval window) {
    return new Search(team, additions, window).findings();
  }

  /** One search, with what would be without each clock change. */
  private final class Search {

    private final Team team;
    private final Additions additions;
    private final Interval window;
    private final Scene real;
    private final Map<ClockChange, Scene> withoutChange = new HashMap<>();

    Search(Team team, Additions additions, Interval window) {
      this.team = team;
      this.additions = additions;
      this.window = window;
      this.real = new Scene(ZoneTable::of);
    }

    List<Finding> findings() {
      List<Finding> findings = new ArrayList<>();
      for (int level = 0; level < team.levels().size(); level++) {
        for (Finding.Kind kind : Finding.Kind.values()) {
          for (Segment found : real.find(kind, level, window)) {
            findings.add(
                new Finding(
                    kind,
                    level + 1,
                    team.levels().get(level).name(),
                    found.time(),
                    kind == Finding.Kind.OVERLAP ? found.people() : found.doubled(),
                    found.unknown(),
                    causes(kind, level, found.time())));
          }
        }
      }
      return findings;
    }

    private List<ClockChange> causes(Finding.Kind kind, int level, Interval found) {
      Interval recent = new Interval(found.from().minus(MEMORY), found.until());
      Interval whole = team.calendar() == null ? whole(kind, level, found) : found;
      List<ClockChange> causes = new ArrayList<>();
      for (ZoneId zone : zones(level)) {
        for (ClockChange change : ClockChange.in(recent, zone)) {
          boolean made =
              team.calendar() == null
                  ? isShorterWithout(change, kind, level, whole)
                  : kind == Finding.Kind.GAP && isLeftBy(change, found);
          if (made) {
            causes.add(change);
          }
        }
      }
      return causes;
    }

    private Set<ZoneId> zones(int level) {
      Set<String> ids = new TreeSet<>();
      team.levels().get(level).layers().forEach(layer -> ids.add(layer.zone().getId()));
      if (team.calendar() != null) {
        ids.add(team.zone().getId());
      }
      return ids.stream().map(ZoneId::of).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isShorterWithout(
        ClockChange change, Finding.Kind kind, int level, Interval found) {
      Scene scene = withoutChange.computeIfAbsent(change, this::sceneWithout);
      Interval around = new Interval(found.from().minus(MARGIN), found.until().plus(MARGIN));
      Duration otherwise =
          scene.find(kind, level, around).stream()
              .map(Segment::time)
              .filter(found::overlaps)
              .map(Interval::length)
              .reduce(Duration.ZERO, Duration::plus);
      return otherwise.compareTo(found.length()) < 0;
    }

    /** What was found with what lies of it outside the window: a part's length says little. */
    private Interval whole(Finding.Kind kind, int level, Interval found) {
      if (found.from().isAfter(window.from()) && found.until().isBefore(window.until())) {
        return found;
      }
      Interval wide = new Interval(found.from().minus(MEMORY), found.until().plus(MEMORY));
      return real.find(kind, level, wide).stream()
          .map(Segment::time)
          .filter(found::overlaps)
          .findFirst()
          .orElse(found);
    }

    private Scene sceneWithout(ClockChange change) {
      ZoneTable unchanged = new ZoneTable(change.rulesWithout());
      return new Scene(zone -> zone.equals(change.zone()) ? unchanged : ZoneTable.of(zone));
    }

    /** Whether an event that spans the change ends early by the size of the change. */
    private boolean isLeftBy(ClockChange change, Interval found) {
      return found.length().equals(change.size())
          && additions.calendar().shifts().stream()
              .map(CalendarShift::time)
              .anyMatch(time -> time.until().equals(found.from()) && time.contains(change.at()));
    }

    /** The team under certain clock changes. */
    private final class Scene {

      private final TeamTimeline timeline;

      Scene(Function<ZoneId, ZoneTable> zones) {
        this.timeline = new TeamTimeline(rosters, team, zones);
      }

      List<Segment> find(Finding.Kind kind, int level, Interval within) {
        List<Segment> segments =
            Segment.merged(timeline.segments(level, within, additions, Trace.NONE));
        return kind == Finding.Kind.OVERLAP
            ? segments.stream().filter(segment -> segment.holders().size() > 1).toList()
            : segments.stream().filter(Segment::isGap).flatMap(gap -> rest(gap).stream()).toList();
      }

      /** What is left of a gap without the times at which the team expects one. */
      private List<Segment> rest(Segment gap) {
        List<Interval> left = List.of(gap.time());
        for (Interval quiet : timeline.expectedGaps(gap.time())) {
          left = left.stream().flatMap(part -> minus(part, quiet).stream()).toList();
        }
        return left.stream()
            .map(time -> new Segment(time, List.of(), gap.doubled(), gap.unknown()))
            .toList();
      }
    }
  }

  private static List<Interval> minus(Interval part, Interval quiet) {
    if (!part.overlaps(quiet)) {
      return List.of(part);
    }
    List<Interval> left = new ArrayList<>(2);
    if (part.from().isBefore(quiet.from())) {
      left.add(new Interval(part.from(), quiet.from()));
    }
    if (quiet.until().isBefore(part.until())) {
      left.add(new Interval(quiet.until(), part.until()));
    }
    return left;
  }
}
