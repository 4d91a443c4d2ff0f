package dev.amserr.command.render;

/**
 * How many columns a text takes in monospace: 2 for East Asian wide and full-width characters
 * (Unicode 15.1, EastAsianWidth.txt, W and F) and for emoji, 0 for combining marks, joiners and
 * ANSI colour sequences.
 */
public final class DisplayWidth {

  private static final int ESCAPE = 0x1B;
  private static final int JOINER = 0x200D;
  private static final int EMOJI_STYLE = 0xFE0F;

  /** First and last code point of each wide range, ascending. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3,
    0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1,
    0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA,
    0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B,
    0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797,
    0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x303E,
    0x3041, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19,
    0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x16FE4, 0x17000, 0x18D08, 0x1AFF0,
    0x1B2FB, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200,
    0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF,
    0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440, 0x1F442,
    0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595,
    0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0,
    0x1F6D2, 0x1F6D5, 0x1F6D7, 0x1F6DC, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0,
    0x1F7EB, 0x1F7F0, 0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70,
    0x1FAFF, 0x20000, 0x2FFFD, 0x30000, 0x3FFFD,
  };

  private DisplayWidth() {}

  /** The columns that a line takes. */
  public static int of(String line) {
    int width = 0;
    int last = 0;
    boolean joined = false;
    for (int at = 0; at < line.length(); ) {
      int c = line.codePointAt(at);
      if (c == ESCAPE) {
        at = afterColour(line, at);
        continue;
      }
      at += Character.charCount(c);
      if (c == JOINER) {
        joined = last == 2;
      } else if (c == EMOJI_STYLE) {
        width += last == 1 ? 1 : 0;
        last = 2;
      } else {
        boolean partOfEmoji = (joined || isSkinTone(c)) && last == 2;
        int own = partOfEmoji ? 0 : ofCodePoint(c);
        width += own;
        last = own == 0 ? last : own;
        joined = false;
      }
    }
    return width;
  }

  /** Where the visible character that starts here ends: its marks and joined emoji belong to it. */
  static int endOfCharacter(String line, int start) {
    int last = line.codePointAt(start);
    int end = start + Character.charCount(last);
    while (end < line.length()) {
      int c = line.codePointAt(end);
      if (last != JOINER && ofCodePoint(c) != 0 && !isSkinTone(c)) {
        break;
      }
      end += Character.charCount(c);
      last = c;
    }
    return end;
  }

  private static int ofCodePoint(int c) {
    boolean vowelOrFinalJamo = (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF);
    if (vowelOrFinalJamo) {
      return 0;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      case Character.FORMAT -> c == 0xAD ? 1 : 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    int low = 0;
    int high = WIDE.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (c < WIDE[2 * middle]) {
        high = middle - 1;
      } else if (c > WIDE[2 * middle + 1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  private static boolean isSkinTone(int c) {
    return c >= 0x1F3FB && c <= 0x1F3FF;
  }

  /** Where the text goes on after {@code ESC [ … m}; one character on if it is no such sequence. */
  private static int afterColour(String line, int escape) {
    int at = escape + 1;
    if (at < line.length() && line.charAt(at) == '[') {
      at++;
      while (at < line.length() && (Character.isDigit(line.charAt(at)) || line.charAt(at) == ';')) {
        at++;
      }
      return Math.min(line.length(), at + 1);
    }
    return at;
  }
}
