package dev.amserr.app.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says in plain words what is expected of those it can't read. */
final class CommandLineArguments {

  private CommandLineArguments() {}

  /** For a command and all that it has below it by now. */
  static void readable(CommandLine line) {
    line.registerConverter(Instant.class, CommandLineArguments::instant)
        .registerConverter(Integer.class, CommandLineArguments::integer)
        .registerConverter(URI.class, CommandLineArguments::uri);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          text + " is no moment; expected one such as 2026-06-10T12:00:00Z");
    }
  }

  private static Integer integer(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException(text + " is no whole number");
    }
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new TypeConversionException(
          text + " is no address; expected one such as https://amserr.example.com");
    }
  }
}
