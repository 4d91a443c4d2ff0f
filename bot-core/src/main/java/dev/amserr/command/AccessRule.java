package dev.amserr.command;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Who may use a command or an action. What the rules mean for a person, {@link AccessRules} knows.
 */
public sealed interface AccessRule {

  /** Whoever can see the bot. */
  record Everyone() implements AccessRule {}

  /** Whoever stands in a roster. */
  record RosterMember() implements AccessRule {}

  /**
   * Whoever belongs to the team that the call is about. Only its handler knows which, so the
   * handler asks.
   */
  record TeamMember() implements AccessRule {}

  /** Whoever has a role of this name in the configuration. */
  record Role(String name) implements AccessRule {}

  /** Whoever runs the bot. */
  record Operator() implements AccessRule {}

  static AccessRule everyone() {
    return new Everyone();
  }

  static AccessRule rosterMember() {
    return new RosterMember();
  }

  static AccessRule teamMember() {
    return new TeamMember();
  }

  static AccessRule operator() {
    return new Operator();
  }

  static AccessRule role(String name) {
    return new Role(name);
  }

  /** Whether anybody may begin the call. */
  default boolean isOpen() {
    return this instanceof Everyone || this instanceof TeamMember;
  }

  /** One function per case. */
  default <T> T fold(
      Supplier<T> everyone,
      Supplier<T> rosterMember,
      Supplier<T> teamMember,
      Function<Role, T> role,
      Supplier<T> operator) {
    if (this instanceof Everyone) {
      return everyone.get();
    }
    if (this instanceof RosterMember) {
      return rosterMember.get();
    }
    if (this instanceof TeamMember) {
      return teamMember.get();
    }
    if (this instanceof Role r) {
      return role.apply(r);
    }
    return operator.get();
  }
}
