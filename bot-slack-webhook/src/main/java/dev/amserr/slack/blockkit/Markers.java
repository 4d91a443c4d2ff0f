package dev.amserr.slack.blockkit;

import java.util.Set;

/** Tells whether Slack would find markup in a text. Takes time in proportion to the text. */
final class Markers {

  private static final int LONGEST_EMOJI = 100;
  private static final Set<String> EMOJI_WITHOUT_LETTERS = Set.of("100", "1234", "+1", "-1");

  private Markers() {}

  /** Whether a text has an opening marker, a backtick, a quotation or an emoji. */
  static boolean areIn(String text) {
    boolean startOfLine = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean found =
          switch (c) {
            case '`' -> true;
            case '*', '_', '~' -> opens(text, i);
            case '>' -> startOfLine;
            case ':' -> startsEmoji(text, i);
            default -> false;
          };
      if (found) {
        return true;
      }
      startOfLine = c == '\n' || (startOfLine && (c == ' ' || c == '\t'));
    }
    return false;
  }

  /** Whether a marker may not stand beside this character and still be one. */
  static boolean cling(int c) {
    return Character.isLetterOrDigit(c) || isOne(c);
  }

  static boolean isOne(int c) {
    return c == '*' || c == '_' || c == '~' || c == '`';
  }

  /** A marker opens before anything but a blank, and not within a word. */
  private static boolean opens(String text, int at) {
    return at + 1 < text.length()
        && !Character.isWhitespace(text.charAt(at + 1))
        && (at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at)));
  }

  private static boolean startsEmoji(String text, int colon) {
    int end = colon + 1;
    boolean letter = false;
    while (end < text.length() && end - colon <= LONGEST_EMOJI && isOfEmoji(text.charAt(end))) {
      letter |= text.charAt(end) >= 'a' && text.charAt(end) <= 'z';
      end++;
    }
    return end < text.length()
        && text.charAt(end) == ':'
        && (letter || EMOJI_WITHOUT_LETTERS.contains(text.substring(colon + 1, end)));
  }

  private static boolean isOfEmoji(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "_'+-".indexOf(c) >= 0;
  }
}
