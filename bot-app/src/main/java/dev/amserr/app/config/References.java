package dev.amserr.app.config;

import dev.amserr.text.NearestNames;
import dev.amserr.yaml.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of things that stand elsewhere, checked once everything is read. */
final class References {

  private static final int MOST_NAMES = 12;

  /** What a name can mean. */
  enum Kind {
    DESTINATION("a destination of this file"),
    PERSON("a person of oncall.yaml"),
    TEAM("a team of oncall.yaml"),
    SYSTEM("the id of an error system");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final Map<Kind, List<Value>> values = new EnumMap<>(Kind.class);

  /** Remembers a name; answers its text. */
  String add(Kind kind, Value value) {
    values.computeIfAbsent(kind, k -> new ArrayList<>()).add(value);
    return value.text();
  }

  /** Reports every name of a kind that is none of those that exist. */
  void check(Kind kind, Collection<String> existing) {
    for (Value value : values.getOrDefault(kind, List.of())) {
      if (!existing.contains(value.text())) {
        value.reject(expected(kind.words, value.text(), existing));
      }
    }
  }

  private static String expected(String what, String found, Collection<String> names) {
    List<String> near = NearestNames.of(found, names, 1);
    if (!near.isEmpty()) {
      return what + ", probably \"" + near.get(0) + '"';
    }
    return names.isEmpty()
        ? what + "; there are none"
        : what
            + ": "
            + names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
            + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
  }
}
