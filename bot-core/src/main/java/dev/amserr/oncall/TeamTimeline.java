package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A team on the time line. */
final class TeamTimeline {

  private final Team team;
  private final List<LevelTimeline> levels;
  private final List<LevelTimeline> shadows;

  /**
   * Prepares a team.
   *
   * @param rules the rules of each zone; others than the zone's own answer what would be without a
   *     clock change
   */
  TeamTimeline(Rosters rosters, Team team, Function<ZoneId, ZoneRules> rules) {
    this.team = team;
    this.levels =
        team.levels().stream()
            .map(
                level ->
                    new LevelTimeline(
                        rosters,
                        team.id(),
                        level,
                        team.calendar() != null,
                        level.layers().stream()
                            .map(layer -> new LayerTurns(layer, rules.apply(layer.zone())))
                            .toList()))
            .toList();
    this.shadows =
        team.shadows().stream()
            .map(
                shadow ->
                    new LevelTimeline(
                        rosters,
                        team.id(),
                        new Level(shadow.of(), List.of(shadow.layer())),
                        false,
                        List.of(
                            new LayerTurns(shadow.layer(), rules.apply(shadow.layer().zone())))))
            .toList();
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

  /**
   * What happens on a level in a window, see {@link LevelTimeline#segments}.
   *
   * @param index of the level, from 0
   */
  List<Segment> segments(int index, Interval window, Additions additions, Trace trace) {
    LevelTimeline level = levels.get(index);
    List<List<Segment>> lower = new ArrayList<>();
    if (index > 0) {
      Set<String> people = level.people(additions);
      for (LevelTimeline other : levels.subList(0, index)) {
        if (!Collections.disjoint(people, other.people(additions))) {
          lower.add(other.segments(window, additions, List.of(), Trace.NONE));
        }
      }
    }
    return level.segments(window, additions, lower, trace);
  }
}
