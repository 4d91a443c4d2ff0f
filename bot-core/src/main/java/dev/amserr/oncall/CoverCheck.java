package dev.amserr.oncall;

import java.util.function.Function;

/** What {@link CoverRules} say of a request. */
public sealed interface CoverCheck {

  /** One function per case. */
  default <T> T fold(
      Function<Accepted, T> accepted, Function<Present, T> present, Function<Refused, T> refused) {
    if (this instanceof Accepted a) {
      return accepted.apply(a);
    }
    return this instanceof Present p ? present.apply(p) : refused.apply((Refused) this);
  }

  /**
   * It may be made.
   *
   * @param request with the ids of team, level and people as the roster spells them
   */
  record Accepted(CoverRequest request) implements CoverCheck {}

  /** The same cover exists; nothing is to be done. */
  record Present(Cover cover) implements CoverCheck {}

  /**
   * It may not be made.
   *
   * @param why for programs
   * @param text for people: what is wrong and what to do
   */
  record Refused(Why why, String text) implements CoverCheck {}

  /** Why a request is refused. */
  enum Why {
    UNKNOWN_TEAM,
    UNKNOWN_LEVEL,
    UNKNOWN_PERSON,
    SELF,
    EMPTY,
    ENDS_BEFORE_START,
    PAST,
    TOO_LONG,
    TOO_LATE
  }
}
