package dev.amserr.oncall;

import dev.amserr.time.Interval;
import dev.amserr.time.ZoneTable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A team on the time line. */
final class TeamTimeline {

  private final Team team;
  private final ZoneTable zone;
  private final List<LevelTimeline> levels;
  private final List<LevelTimeline> shadows;

  /**
   * Prepares a team.
   *
   * @param zones the clock changes of each zone; others than the real ones answer what would be
   *     without a change
   */
  TeamTimeline(Rosters rosters, Team team, Function<ZoneId, ZoneTable> zones) {
    this.team = team;
    this.zone = zones.apply(team.zone());
    this.levels =
        team.levels().stream()
            .map(level -> new LevelTimeline(rosters, team, level, turns(level.layers(), zones)))
            .toList();
    this.shadows =
        team.shadows().stream()
            .map(
                shadow -> {
                  List<Layer> layers = List.of(shadow.layer());
                  Level level = new Level(shadow.of(), layers);
                  return new LevelTimeline(rosters, team, level, turns(layers, zones));
                })
            .toList();
  }

  private static List<LayerTurns> turns(List<Layer> layers, Function<ZoneId, ZoneTable> zones) {
    return layers.stream().map(layer -> new LayerTurns(layer, zones.apply(layer.zone()))).toList();
  }

  Team team() {
    return team;
  }

  List<LevelTimeline> levels() {
    return levels;
  }

  /** One for each shadow of the team, named as the level that it follows. */
  List<LevelTimeline> shadows() {
    return shadows;
  }

  /** Whether the team has declared that nobody needs to be on call then. */
  boolean expectsGapAt(Instant at) {
    Interval moment = new Interval(at, at.plusNanos(1));
    return team.expectedGaps().stream().anyMatch(gap -> gap.touch(moment, zone));
  }

  /** The times within an interval for which the team has declared that. */
  List<Interval> expectedGaps(Interval within) {
    List<Interval> expected = new ArrayList<>();
    team.expectedGaps().forEach(gap -> gap.windows(within, zone, expected::add));
    return expected;
  }

  /**
   * What happens on a level in a window: segments that touch and fill it. Neighbours may have the
   * same people. Whoever stands at a lower level at the same time is not shown here again.
   *
   * @param index of the level, from 0
   */
  List<Segment> segments(int index, Interval window, Additions additions, Trace trace) {
    List<Segment> segments = levels.get(index).segments(window, additions, trace);
    for (LevelTimeline lower : levels.subList(0, index)) {
      segments = without(lower, segments, additions);
    }
    segments.forEach(trace::yielded);
    return segments;
  }

  /** Segments without those who stand at a lower level at the same time. */
  private static List<Segment> without(
      LevelTimeline lower, List<Segment> segments, Additions additions) {
    List<Segment> affected =
        segments.stream().filter(s -> lower.mayShow(s.holders(), additions)).toList();
    if (affected.isEmpty()) {
      return segments;
    }
    Instant first = affected.get(0).time().from();
    Instant last = affected.get(affected.size() - 1).time().until();
    List<Segment> below = lower.segments(new Interval(first, last), additions, Trace.NONE);
    List<Segment> result = new ArrayList<>(segments.size() + below.size());
    int next = 0;
    for (Segment segment : segments) {
      Interval time = segment.time();
      if (time.until().isAfter(first) && time.from().isBefore(last)) {
        while (!below.get(next).time().until().isAfter(time.from())) {
          next++;
        }
        segment.without(below.subList(next, below.size()), result::add);
      } else {
        result.add(segment);
      }
    }
    return result;
  }
}
