package dev.amserr.yaml;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects mistakes, so that all of them are reported at once; the same one counts once. Not for
 * several threads.
 */
public final class Problems {

  private static final int LONGEST_QUOTE = 80;

  private final Set<Problem> list = new LinkedHashSet<>();

  public void add(Position at, String key, String found, String expected) {
    list.add(new Problem(at, key, found, expected));
  }

  void add(Problem problem) {
    list.add(problem);
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  /** All mistakes, by file and line. */
  public List<Problem> list() {
    return list.stream()
        .sorted(
            Comparator.comparing((Problem p) -> p.at().file())
                .thenComparingInt(p -> p.at().line())
                .thenComparingInt(p -> p.at().column()))
        .toList();
  }

  /** Text as it is shown in a message: in quotes, cut where it is long. */
  public static String quote(String text) {
    String shown =
        text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE - 1) + "…";
    return '"' + shown + '"';
  }
}
