package dev.amserr.app.config;

import org.jspecify.annotations.Nullable;

/**
 * What the command line says about the settings; it wins over everything.
 *
 * @param port null where it says nothing
 */
public record CommandLineOptions(@Nullable Integer port) {

  /** Nothing said. */
  public static CommandLineOptions none() {
    return new CommandLineOptions(null);
  }
}
