package dev.amserr.command.render;

/**
 * Text from outside without what could harm a terminal or a page: control characters (an escape
 * sequence could move the cursor), half surrogates, and marks that turn the direction of reading.
 * Each becomes U+FFFD.
 */
public final class SafeText {

  private static final int REPLACEMENT = 0xFFFD;

  private SafeText() {}

  /** The text with its line breaks as {@code \n} and tabs as blanks. */
  public static String lines(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            c -> {
              if (c == '\t') {
                safe.append("    ");
              } else if (c == '\r') {
                safe.append('\n');
              } else {
                safe.appendCodePoint(c != '\n' && isHarmful(c) ? REPLACEMENT : c);
              }
            });
    return safe.toString();
  }

  /** The text on one line. */
  public static String line(String text) {
    return lines(text).replace('\n', ' ');
  }

  private static boolean isHarmful(int c) {
    boolean turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    boolean halfSurrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean lineSeparator = c == 0x2028 || c == 0x2029;
    return Character.isISOControl(c) || turnsDirection || halfSurrogate || lineSeparator;
  }
}
