package dev.amserr.app.config;

import dev.amserr.yaml.Problem;
import java.util.List;
import java.util.function.Function;

/** What came of reading configuration. */
public sealed interface Loading<T> {

  /** All of it is right. */
  record Loaded<T>(T value) implements Loading<T> {}

  /** Something is wrong; every mistake that was found, by file and line. */
  record Refused<T>(List<Problem> problems) implements Loading<T> {
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("A refusal has a reason");
      }
    }
  }

  /** One function per case. */
  default <R> R fold(Function<T, R> loaded, Function<List<Problem>, R> refused) {
    if (this instanceof Loaded<T> l) {
      return loaded.apply(l.value());
    }
    return refused.apply(((Refused<T>) this).problems());
  }
}
