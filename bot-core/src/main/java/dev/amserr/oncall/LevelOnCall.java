package dev.amserr.oncall;

import java.util.List;

/**
 * One level of an answer.
 *
 * @param number from 1, in the order in which levels are asked
 * @param name such as {@code primary}
 * @param onCall who is on call, or the gap
 * @param doubled who would be on call here too, but is on call at a lower level
 * @param unknown names that stand for nobody in the roster, as written
 */
public record LevelOnCall(
    int number, String name, OnCall onCall, List<Person> doubled, List<String> unknown) {

  public LevelOnCall {
    doubled = List.copyOf(doubled);
    unknown = List.copyOf(unknown);
  }
}
