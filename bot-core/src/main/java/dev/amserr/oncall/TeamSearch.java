package dev.amserr.oncall;

import java.util.List;
import java.util.function.Function;

/** What a search for a team by name found. */
public sealed interface TeamSearch {

  /** One function per case. */
  default <T> T fold(Function<Found, T> found, Function<Unknown, T> unknown) {
    return this instanceof Found f ? found.apply(f) : unknown.apply((Unknown) this);
  }

  /** The team. */
  record Found(Team team) implements TeamSearch {}

  /**
   * No such team.
   *
   * @param asked the name that was asked for
   * @param nearest the ids of those that are spelled alike, nearest first; may be empty
   * @param all the ids of all teams
   */
  record Unknown(String asked, List<String> nearest, List<String> all) implements TeamSearch {

    public Unknown {
      nearest = List.copyOf(nearest);
      all = List.copyOf(all);
    }
  }
}
