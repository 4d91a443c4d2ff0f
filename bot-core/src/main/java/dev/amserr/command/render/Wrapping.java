package dev.amserr.command.render;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines by display width. */
final class Wrapping {

  private Wrapping() {}

  /** Breaks between words only: a code or a URL stays whole, to be copied. */
  static List<String> betweenWords(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      int used = 0;
      for (String word : paragraph.split(" ", -1)) {
        int needed = DisplayWidth.of(word);
        if (!line.isEmpty() && used + 1 + needed > width) {
          lines.add(line.toString());
          line.setLength(0);
          used = 0;
        } else if (!line.isEmpty()) {
          line.append(' ');
          used++;
        }
        line.append(word);
        used += needed;
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** Breaks words too, where one is longer than a line, but never within a visible character. */
  static List<String> anywhere(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String line : betweenWords(text, width)) {
      int start = 0;
      int used = 0;
      for (int at = 0; at < line.length(); ) {
        int end = DisplayWidth.endOfCharacter(line, at);
        int own = DisplayWidth.of(line.substring(at, end));
        if (used + own > width && at > start) {
          lines.add(line.substring(start, at));
          start = at;
          used = 0;
        }
        used += own;
        at = end;
      }
      lines.add(line.substring(start));
    }
    return lines;
  }
}
