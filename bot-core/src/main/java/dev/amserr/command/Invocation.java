package dev.amserr.command;

import dev.amserr.command.reply.Privacy;
import java.util.Objects;

/**
 * One call of a command.
 *
 * @param privacy who will see the answer; settled before the command runs, because some platforms
 *     must be told first
 */
public record Invocation(CommandPath path, OptionValues options, Privacy privacy, Origin origin) {

  public Invocation {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(privacy, "privacy");
    Objects.requireNonNull(origin, "origin");
  }
}
