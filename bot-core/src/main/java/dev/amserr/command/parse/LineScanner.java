package dev.amserr.command.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words of a line. Takes straight and curly quotes, and for {@code --} the dash that
 * phones make of it. A quote that nothing closes is a character like any other.
 */
final class LineScanner {

  private static final Pattern KEY =
      Pattern.compile(
          "(?<dash>--|[\u2013\u2014])?(?<key>[A-Za-z][-_A-Za-z0-9]{0,31})(?<sign>[:=])?");

  private final String line;
  private final Map<String, Integer> unclosedFrom = new HashMap<>();

  LineScanner(String line) {
    this.line = line;
  }

  /** The first word that starts at or after a position; empty if only blanks are left. */
  Optional<Word> next(int from) {
    int start = skipBlanks(from);
    if (start >= line.length()) {
      return Optional.empty();
    }
    Optional<Word> quoted = quoted(start, start, Word.Form.QUOTED, "");
    return Optional.of(quoted.or(() -> keyed(start)).orElseGet(() -> bare(start)));
  }

  /** All words from a position on. */
  List<Word> all(int from) {
    List<Word> words = new ArrayList<>();
    Optional<Word> word = next(from);
    while (word.isPresent()) {
      words.add(word.get());
      word = next(word.get().end());
    }
    return words;
  }

  int skipBlanks(int from) {
    int at = from;
    while (at < line.length() && isBlank(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private Optional<Word> keyed(int start) {
    Matcher matcher = KEY.matcher(line).region(start, line.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    boolean dashed = matcher.group("dash") != null;
    String sign = matcher.group("sign");
    int after = matcher.end();
    String key = matcher.group("key").toLowerCase(Locale.ROOT);
    if (dashed && sign == null) {
      return isWordEnd(after)
          ? Optional.of(new Word(start, after, Word.Form.DASHED, key, "", after))
          : Optional.empty();
    }
    boolean url = line.startsWith("//", after);
    if (sign == null || (!dashed && (sign.equals("=") || url))) {
      return Optional.empty();
    }
    Word.Form form = dashed ? Word.Form.DASHED : Word.Form.COLON;
    return quoted(start, after, form, key).or(() -> Optional.of(unquoted(start, after, form, key)));
  }

  private Word bare(int start) {
    return unquoted(start, start, Word.Form.BARE, "");
  }

  private Word unquoted(int start, int valueStart, Word.Form form, String key) {
    int end = valueStart;
    while (end < line.length() && !isBlank(line.charAt(end))) {
      end++;
    }
    return new Word(start, end, form, key, line.substring(valueStart, end), valueStart);
  }

  private Optional<Word> quoted(int start, int open, Word.Form form, String key) {
    String closing = open < line.length() ? closing(line.charAt(open)) : "";
    if (closing.isEmpty() || open >= unclosedFrom.getOrDefault(closing, line.length())) {
      return Optional.empty();
    }
    for (int at = open + 1; at < line.length(); at++) {
      if (closing.indexOf(line.charAt(at)) >= 0 && isWordEnd(at + 1)) {
        return Optional.of(new Word(start, at + 1, form, key, line.substring(open + 1, at), open));
      }
    }
    unclosedFrom.put(closing, open);
    return Optional.empty();
  }

  /** What may close a quote; phones mix the forms. Empty for what opens none. */
  private static String closing(char open) {
    return switch (open) {
      case '"', '\u201c', '\u201d', '\u201e' -> "\"\u201c\u201d";
      case '\'', '\u2018', '\u2019', '\u201a' -> "'\u2018\u2019";
      case '\u00ab' -> "\u00bb";
      case '\u00bb' -> "\u00ab";
      default -> "";
    };
  }

  private boolean isWordEnd(int at) {
    return at >= line.length() || isBlank(line.charAt(at));
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
