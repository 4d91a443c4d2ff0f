package dev.amserr.oncall;

import dev.amserr.time.ClockChange;
import dev.amserr.time.Interval;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A gap or an overlap that lies ahead on a level.
 *
 * @param level its number, from 1
 * @param name of the level
 * @param people in an overlap those on call, in a gap those who are on call at a lower level at the
 *     same time
 * @param unknown names that stand there, but for nobody in the roster
 * @param causes the clock changes without which it would be shorter or not there at all
 */
public record Finding(
    Kind kind,
    int level,
    String name,
    Interval time,
    List<Person> people,
    List<String> unknown,
    List<ClockChange> causes) {

  /** What was found. */
  public enum Kind {
    /** Nobody is on call, and the team did not declare it. */
    GAP,
    /** Several people are on call. */
    OVERLAP
  }

  public Finding {
    people = List.copyOf(people);
    unknown = List.copyOf(unknown);
    causes = List.copyOf(causes);
  }

  /** In words, without the time: "nobody, because the clocks of Europe/London change …". */
  public String text() {
    String names = people.stream().map(Person::name).collect(Collectors.joining(" and "));
    StringBuilder text = new StringBuilder();
    if (kind == Kind.OVERLAP) {
      text.append(names).append(" at once");
    } else {
      text.append("nobody");
      if (!people.isEmpty()) {
        text.append(" but ").append(names).append(", on call at a lower level then");
      }
      if (!unknown.isEmpty()) {
        text.append(" (unknown: ").append(String.join(", ", unknown)).append(")");
      }
    }
    if (!causes.isEmpty()) {
      text.append(", because ")
          .append(causes.stream().map(ClockChange::toString).collect(Collectors.joining(" and ")));
    }
    return text.toString();
  }
}
