package dev.amserr.errorcode;

/**
 * Maps the look-alikes of ASCII to ASCII, one character to one, so that positions stay: full-width
 * forms, minus and dashes, curly quotes, blanks of all widths.
 */
final class FoldedText {

  private FoldedText() {}

  static String fold(String text) {
    int first = firstNonAscii(text);
    if (first < 0) {
      return text;
    }
    char[] folded = text.toCharArray();
    for (int i = first; i < folded.length; i++) {
      if (folded[i] >= 0x80) {
        folded[i] = fold(folded[i]);
      }
    }
    return new String(folded);
  }

  /** The text with every half of a broken surrogate pair replaced by U+FFFD. */
  static String wellFormed(String text) {
    int first = firstNonAscii(text);
    if (first < 0) {
      return text;
    }
    char[] mended = null;
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        mended = mended == null ? text.toCharArray() : mended;
        mended[i] = '\uFFFD';
      }
    }
    return mended == null ? text : new String(mended);
  }

  private static int firstNonAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return i;
      }
    }
    return -1;
  }

  private static char fold(char c) {
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return (char) (c - 0xFEE0);
    }
    if (c >= 0x2010 && c <= 0x2015) {
      return '-';
    }
    return switch (c) {
      case 0x2212, 0xFE63 -> '-';
      case 0x2018, 0x2019, 0x201B, 0x2032 -> '\'';
      case 0x201C, 0x201D, 0x201F, 0x00AB, 0x00BB -> '"';
      case 0x00A0, 0x2007, 0x202F, 0x2009, 0x3000, 0xFEFF -> ' ';
      default -> c;
    };
  }
}
