package dev.amserr.oncall;

import java.util.List;

/**
 * What an edit of the rosters changes on one level.
 *
 * @param team an id
 * @param level a name
 * @param before the next shifts as they were; the first ones may be on now
 * @param after the next shifts as they would be
 * @param nowBefore who was on call at the instant of the comparison
 * @param nowAfter who would be
 * @param keeping layers that bring the new people in without moving anybody's shift of that moment;
 *     empty where the edit changes more than people
 */
public record LevelChange(
    String team,
    String level,
    List<Shift> before,
    List<Shift> after,
    List<Person> nowBefore,
    List<Person> nowAfter,
    List<Layer> keeping) {

  public LevelChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
    nowBefore = List.copyOf(nowBefore);
    nowAfter = List.copyOf(nowAfter);
    keeping = List.copyOf(keeping);
  }

  /** Whether the edit moves somebody on or off call at that very instant. */
  public boolean movesNow() {
    return !ids(nowBefore).equals(ids(nowAfter));
  }

  private static List<String> ids(List<Person> people) {
    return people.stream().map(Person::id).sorted().toList();
  }
}
