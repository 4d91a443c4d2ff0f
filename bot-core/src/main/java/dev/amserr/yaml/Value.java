package dev.amserr.yaml;

import java.util.Optional;
import java.util.function.Function;

/** A single text in a file, with its place. YAML's own types do not matter: 5 is "5". */
public final class Value {

  private final String text;
  private final String shown;
  private final Position position;
  private final String path;
  private final Problems problems;

  /**
   * @param shown the text as it stands in messages, in quotes or described
   */
  Value(String text, String shown, Position position, String path, Problems problems) {
    this.text = text;
    this.shown = shown;
    this.position = position;
    this.path = path;
    this.problems = problems;
  }

  public String text() {
    return text;
  }

  public Position position() {
    return position;
  }

  /** The path of keys that leads here. */
  public String path() {
    return path;
  }

  /** Reports that something else was expected here. */
  public void reject(String expected) {
    problems.add(position, path, shown, expected);
  }

  /**
   * The text as another type.
   *
   * @param parser answers empty for what it does not accept; that is then reported
   * @param expected what the parser accepts, in words
   */
  public <T> Optional<T> as(Function<String, Optional<T>> parser, String expected) {
    Optional<T> parsed = parser.apply(text);
    if (parsed.isEmpty()) {
      reject(expected);
    }
    return parsed;
  }

  /** The text as a decimal number within bounds, both included. */
  public Optional<Integer> integer(int from, int to) {
    return as(
        t -> {
          try {
            int n = Integer.parseInt(t.strip());
            return n >= from && n <= to ? Optional.of(n) : Optional.empty();
          } catch (NumberFormatException e) {
            return Optional.empty();
          }
        },
        "a whole number from " + from + " to " + to);
  }

  /** The text as {@code true} or {@code false}. */
  public Optional<Boolean> flag() {
    return as(
        t ->
            switch (t) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            },
        "true or false");
  }
}
