package dev.amserr.errorcode;

import org.jspecify.annotations.Nullable;

/**
 * Reads one number in any of its spellings at a given place.
 *
 * <p>Linear in the length of the number; never looks behind its start but for the sign.
 */
final class NumberLexer {

  private static final int MOST_HEX_DIGITS = 16;
  private static final int LEAST_SUFFIXED_DIGITS = 5;
  private static final int MOST_GROUPS = 6;

  private final String text;

  NumberLexer(String foldedText) {
    this.text = foldedText;
  }

  /**
   * A number at {@code start}, which is at its sign, prefix or first digit; null if what stands
   * there is something else. {@code wordEnd} is the end of the letters and digits there.
   */
  Mention.@Nullable Numeric read(int start, int wordEnd) {
    char first = text.charAt(start);
    if (first == '&') {
      Mention.Numeric vb = prefixed(start, start + 2, null);
      return vb != null && at(vb.end()) == '&' ? to(vb, vb.end() + 1) : vb;
    }
    if (first == '-' || first == '+') {
      return decimal(start, start + 1, first == '-');
    }
    if (isX(at(start + 1)) && (first == '0' || first == 'O' || first == 'o')) {
      boolean slip = first != '0';
      Mention.Numeric hex = prefixed(start, start + 2, slip ? "" : null);
      return hex != null || slip ? hex : null;
    }
    int hexEnd = start;
    boolean letters = false;
    while (hexEnd < wordEnd && isHex(text.charAt(hexEnd))) {
      letters |= !isDigit(text.charAt(hexEnd));
      hexEnd++;
    }
    if (hexEnd == wordEnd) {
      return letters ? bareHex(start, wordEnd) : decimal(start, start, false);
    }
    char next = text.charAt(hexEnd);
    boolean suffixH = (next == 'h' || next == 'H') && hexEnd + 1 == wordEnd;
    int digits = hexEnd - start;
    if (suffixH && digits >= LEAST_SUFFIXED_DIGITS && digits <= MOST_HEX_DIGITS) {
      return hex(start, wordEnd, text.substring(start, hexEnd), null, Mention.Mark.HEX);
    }
    return isDigit(first) && !letters ? decimal(start, start, false) : null;
  }

  private Mention.@Nullable Numeric prefixed(int start, int digitsFrom, @Nullable String slip) {
    StringBuilder digits = new StringBuilder(MOST_HEX_DIGITS);
    int at = digitsFrom;
    while (isHex(at(at)) || (isSeparator(at(at)) && digits.length() > 0 && isHex(at(at + 1)))) {
      if (isHex(at(at)) && digits.length() <= MOST_HEX_DIGITS) {
        digits.append(at(at));
      }
      at++;
    }
    int end = suffixEnd(at);
    if (digits.length() == 0 || digits.length() > MOST_HEX_DIGITS || isWord(at(end))) {
      return null;
    }
    String repaired = slip == null ? null : "0x" + digits;
    return hex(start, end, digits.toString(), repaired, Mention.Mark.HEX);
  }

  private Mention.@Nullable Numeric bareHex(int start, int end) {
    int digits = end - start;
    boolean extended =
        digits == MOST_HEX_DIGITS && text.regionMatches(true, start, "FFFFFFFF", 0, 8);
    boolean failure = digits == 8 && Character.digit(text.charAt(start), 16) >= 8;
    return failure || extended || digits == 7
        ? hex(start, end, text.substring(start, end), null, Mention.Mark.BARE_HEX)
        : null;
  }

  private Mention.@Nullable Numeric decimal(int start, int digitsFrom, boolean negative) {
    int at = digitsFrom;
    while (isDigit(at(at))) {
      at++;
    }
    String digits = text.substring(digitsFrom, at);
    int grouped = digits.length() <= 3 ? groupsEnd(at) : at;
    if (grouped > at && (negative || !isListOfStatuses(digitsFrom, grouped))) {
      digits = text.substring(digitsFrom, grouped).replaceAll("[^0-9]", "");
      at = grouped;
    }
    int end = suffixEnd(at);
    if (digits.isEmpty() || isWord(at(end))) {
      return null;
    }
    try {
      long value = Long.parseUnsignedLong(digits);
      if (negative && value < 0) {
        return null;
      }
      SpelledNumber number =
          new SpelledNumber(negative ? -value : value, false, digits.length(), null);
      return new Mention.Numeric(start, end, Mention.Cue.NONE, number, Mention.Mark.DIGITS);
    } catch (NumberFormatException tooLong) {
      return null;
    }
  }

  /**
   * The end of thousands groups ({@code ,024,891}) that begin at {@code at}; {@code at} itself
   * where there are none, or more than a number of 64 bits has.
   */
  private int groupsEnd(int at) {
    char separator = at(at);
    if (separator != ',' && separator != '\'' && separator != '_') {
      return at;
    }
    int end = at;
    for (int groups = 0; isGroup(end, separator); groups++) {
      if (groups == MOST_GROUPS) {
        return at;
      }
      end += 4;
    }
    return end;
  }

  private boolean isGroup(int at, char separator) {
    return at(at) == separator
        && isDigit(at(at + 1))
        && isDigit(at(at + 2))
        && isDigit(at(at + 3))
        && !isDigit(at(at + 4));
  }

  /** Whether groups of three digits are rather a list such as {@code 404,500,503}. */
  private boolean isListOfStatuses(int from, int to) {
    if (text.charAt(from + 3) != ',' || (to - from + 1) % 4 != 0) {
      return false;
    }
    for (int i = from; i < to; i += 4) {
      if (text.charAt(i) != '4' && text.charAt(i) != '5') {
        return false;
      }
    }
    return true;
  }

  private int suffixEnd(int at) {
    int end = at;
    while (end < at + 3 && "uUlL".indexOf(at(end)) >= 0) {
      end++;
    }
    return end;
  }

  private static Mention.Numeric hex(
      int start, int end, String digits, @Nullable String repaired, Mention.Mark mark) {
    long value = Long.parseUnsignedLong(digits, 16);
    SpelledNumber number = new SpelledNumber(value, true, digits.length(), repaired);
    return new Mention.Numeric(start, end, Mention.Cue.NONE, number, mark);
  }

  private static Mention.Numeric to(Mention.Numeric m, int end) {
    return new Mention.Numeric(m.start(), end, m.cue(), m.number(), m.mark());
  }

  private char at(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : ' ';
  }

  private static boolean isX(char c) {
    return c == 'x' || c == 'X';
  }

  private static boolean isSeparator(char c) {
    return c == '\'' || c == '_';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isWord(char c) {
    return isLetter(c) || isDigit(c) || c == '_';
  }
}
