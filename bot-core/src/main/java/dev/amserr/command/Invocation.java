package dev.amserr.command;

import dev.amserr.command.reply.Privacy;
import java.util.Objects;

/**
 * One call of a command.
 *
 * @param privacy who will see the answer; settled before the command runs, because some platforms
 *     must be told first
 * @param repeated whether it only gives an answer again, to share it: it counts for nothing
 */
public record Invocation(
    CommandPath path, OptionValues options, Privacy privacy, Origin origin, boolean repeated) {

  public Invocation {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(privacy, "privacy");
    Objects.requireNonNull(origin, "origin");
  }

  /** A call that somebody makes. */
  public Invocation(CommandPath path, OptionValues options, Privacy privacy, Origin origin) {
    this(path, options, privacy, origin, false);
  }

  /** The same again, for all to see. */
  public Invocation repeatedPublicly() {
    return new Invocation(path, options, Privacy.PUBLIC, origin, true);
  }
}
