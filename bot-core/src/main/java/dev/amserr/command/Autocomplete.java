package dev.amserr.command;

import java.util.List;

/**
 * Suggests values while somebody types. Answers from memory: platforms wait for 3 seconds at most.
 */
@FunctionalInterface
public interface Autocomplete {

  /**
   * Values that fit, best first; those beyond 25 are not shown.
   *
   * @param typed what stands in the option so far; may be empty
   * @param unfinished the command with the other options as far as they are given
   */
  List<Choice> suggest(String typed, Invocation unfinished);
}
