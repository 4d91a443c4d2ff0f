package dev.amserr.oncall;

import dev.amserr.time.Interval;
import dev.amserr.time.ZoneTable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

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

  /** What the levels show each on its own, kept while one question is answered. */
  static final class Memory {

    private record Key(LevelTimeline level, Interval window) {}

    private final Map<Key, List<Segment>> known = new HashMap<>();
    private final Additions additions;

    Memory(Additions additions) {
      this.additions = additions;
    }

    private List<Segment> of(LevelTimeline level, Interval window) {
      return known.computeIfAbsent(
          new Key(level, window), key -> level.segments(window, additions, Trace.NONE));
    }
  }

  /**
   * What happens on a level in a window: segments that touch and fill it. Neighbours may have the
   * same people. Whoever stands at a lower level at the same time is not shown here again.
   *
   * @param index of the level, from 0
   */
  List<Segment> segments(int index, Interval window, Additions additions, Trace trace) {
    Memory memory = new Memory(additions);
    List<Segment> own = levels.get(index).segments(window, additions, trace);
    List<Segment> segments = withoutLower(index, own, window, additions, memory);
    segments.forEach(trace::yielded);
    return segments;
  }

  /** The same, with what was worked out for other levels before. */
  List<Segment> segments(int index, Interval window, Additions additions, Memory memory) {
    List<Segment> own = memory.of(levels.get(index), window);
    return withoutLower(index, own, window, additions, memory);
  }

  /** Segments without those who stand at a lower level at the same time. */
  private List<Segment> withoutLower(
      int index, List<Segment> own, Interval window, Additions additions, Memory memory) {
    List<Segment> segments = own;
    for (LevelTimeline lower : levels.subList(0, index)) {
      Predicate<Person> mayStandLower = lower.mayShow(additions);
      if (segments.stream().anyMatch(segment -> segment.isHeldByAny(mayStandLower))) {
        segments = without(memory.of(lower, window), segments);
      }
    }
    return segments;
  }

  private static List<Segment> without(List<Segment> below, List<Segment> segments) {
    List<Segment> result = new ArrayList<>(segments.size() + below.size());
    int next = 0;
    for (Segment segment : segments) {
      while (!below.get(next).time().until().isAfter(segment.time().from())) {
        next++;
      }
      segment.without(below, next, result::add);
    }
    return result;
  }
}
