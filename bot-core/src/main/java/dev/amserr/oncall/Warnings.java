package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is odd about an answer, as sentences. */
final class Warnings {

  private Warnings() {}

  static List<String> of(Team team, Additions additions, Instant at, List<LevelOnCall> levels) {
    List<String> warnings = new ArrayList<>();
    for (LevelOnCall level : levels) {
      for (Person person : level.doubled()) {
        warnings.add(
            person.name()
                + " stands at "
                + lowest(person, levels)
                + " and at "
                + level.name()
                + " at the same time; shown at the former only");
      }
      for (String name : level.unknown()) {
        warnings.add(
            "unknown: "
                + name
                + " stands at "
                + level.name()
                + ", but in no roster; counted as a gap");
      }
    }
    Interval known = additions.calendar().known();
    if (team.calendar() != null && known != null && !known.contains(at)) {
      warnings.add("the calendar was read from " + known.from() + " to " + known.until() + " only");
    }
    return warnings;
  }

  private static String lowest(Person person, List<LevelOnCall> levels) {
    return levels.stream()
        .filter(level -> level.onCall().shifts().stream().anyMatch(s -> s.person().equals(person)))
        .map(LevelOnCall::name)
        .findFirst()
        .orElse("another level");
  }
}
