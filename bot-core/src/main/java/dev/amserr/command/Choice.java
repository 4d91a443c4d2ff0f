package dev.amserr.command;

/**
 * One of several values that are offered.
 *
 * @param name what is shown, 1 to 100 code points
 * @param value what the handler is given, 1 to 100 code points
 */
public record Choice(String name, String value) {

  public Choice {
    Names.requireLength("A choice's name", name);
    Names.requireLength("A choice's value", value);
  }

  /** A value that is its own name. */
  public static Choice of(String value) {
    return new Choice(value, value);
  }
}
