package dev.amserr.app.config;

import dev.amserr.yaml.Position;
import dev.amserr.yaml.Problems;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The environment during one reading: {@code NAME}, or the text of the file that {@code NAME_FILE}
 * names, without the line's end. Reports each mistake once.
 */
final class Variables {

  private final Environment environment;
  private final FileAccess files;
  private final Problems problems;
  private final Map<String, Variable> known = new HashMap<>();

  /**
   * @param value empty where it is not set or broken
   * @param broken whether it is set but cannot be read, which was reported
   */
  record Variable(Optional<String> value, boolean broken) {

    @Override
    public String toString() {
      return broken ? "broken" : value.isPresent() ? "set" : "not set";
    }
  }

  Variables(Environment environment, FileAccess files, Problems problems) {
    this.environment = environment;
    this.files = files;
    this.problems = problems;
  }

  Variable get(String name) {
    return known.computeIfAbsent(name, this::read);
  }

  /** Where a variable's value comes from. */
  Position origin(String name) {
    boolean byFile = environment.get(name).isEmpty() && environment.get(fileOf(name)).isPresent();
    return Position.whole("environment variable " + (byFile ? fileOf(name) : name));
  }

  private Variable read(String name) {
    Optional<String> value = environment.get(name);
    Optional<String> file = environment.get(fileOf(name));
    if (file.isEmpty()) {
      return new Variable(value, false);
    }
    if (value.isPresent()) {
      return broken(name, "also " + name, "one of the two");
    }
    try {
      Optional<String> text = files.read(Path.of(file.get())).map(Variables::withoutLineEnd);
      if (text.isEmpty()) {
        return broken(name, "the name of a file that does not exist", "a file with the secret");
      }
      if (text.get().isEmpty()) {
        return broken(name, "the name of an empty file", "a file with the secret");
      }
      return new Variable(text, false);
    } catch (IOException e) {
      return broken(
          name,
          "the name of a file that cannot be read (" + FileFaults.reason(e) + ")",
          "a file with the secret");
    } catch (InvalidPathException e) {
      return broken(name, "a text that cannot name a file", "a file with the secret");
    }
  }

  private Variable broken(String name, String found, String expected) {
    problems.add(Position.whole("environment variable " + fileOf(name)), "", found, expected);
    return new Variable(Optional.empty(), true);
  }

  private static String fileOf(String name) {
    return name + "_FILE";
  }

  private static String withoutLineEnd(String text) {
    return text.replaceFirst("\\R+\\z", "");
  }
}
