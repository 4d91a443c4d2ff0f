package dev.amserr.command;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Discord's limits for names and descriptions, the narrowest of all platforms. */
final class Names {

  /** Most options, choices, subcommands and suggestions. */
  static final int MOST = 25;

  private static final Pattern NAME = Pattern.compile("[-_a-z0-9]{1,32}");

  private Names() {}

  static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is no name: 1 to 32 of a-z, 0-9, - and _ are");
    }
  }

  static void requireDescription(String of, String description) {
    requireLength(of + "'s description", description);
  }

  static void requireLength(String what, String text) {
    if (text.isBlank() || text.codePointCount(0, text.length()) > 100) {
      throw new IllegalArgumentException(what + " needs 1 to 100 characters: \"" + text + "\"");
    }
  }

  static void requireDistinct(String of, String kind, Collection<String> names) {
    if (names.size() > MOST) {
      throw new IllegalArgumentException(
          of + " has " + names.size() + " " + kind + "s; " + MOST + " is the most");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(of + " has the " + kind + " " + name + " twice");
      }
    }
  }
}
