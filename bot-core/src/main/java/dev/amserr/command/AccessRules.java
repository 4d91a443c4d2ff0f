package dev.amserr.command;

import java.util.function.Function;

/** Decides who may do what; asked before every command and again at every click. */
@FunctionalInterface
public interface AccessRules {

  /** Whether this person satisfies the rule, which is not one that is {@link AccessRule#isOpen}. */
  Decision decide(AccessRule rule, Actor actor);

  /** The answer. */
  sealed interface Decision {

    /** One function per case. */
    default <T> T fold(Function<Permitted, T> permitted, Function<Denied, T> denied) {
      return this instanceof Permitted p ? permitted.apply(p) : denied.apply((Denied) this);
    }
  }

  /** They may. */
  record Permitted() implements Decision {}

  /**
   * They may not.
   *
   * @param reason a sentence for them that says what to do next
   */
  record Denied(String reason) implements Decision {}
}
