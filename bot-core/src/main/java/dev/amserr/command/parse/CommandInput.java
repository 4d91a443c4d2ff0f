package dev.amserr.command.parse;

import dev.amserr.command.Invocation;
import java.util.function.Function;

/** What somebody's input turned out to be. */
public sealed interface CommandInput {

  /** A call that can be made. */
  record Ready(Invocation invocation) implements CommandInput {}

  /**
   * A request for help.
   *
   * @param command the command it is about; empty for all
   */
  record HelpWanted(String command) implements CommandInput {}

  /**
   * Nothing that can be called.
   *
   * @param sentence for whoever wrote it: what is wrong and what to write instead
   */
  record Refused(Cause cause, String sentence) implements CommandInput {

    /** Why, for counting. */
    public enum Cause {
      UNKNOWN_COMMAND,
      UNUSABLE_OPTIONS
    }
  }

  /** One function per case. */
  default <T> T fold(
      Function<Ready, T> ready, Function<HelpWanted, T> help, Function<Refused, T> refused) {
    if (this instanceof Ready r) {
      return ready.apply(r);
    }
    if (this instanceof HelpWanted h) {
      return help.apply(h);
    }
    return refused.apply((Refused) this);
  }
}
