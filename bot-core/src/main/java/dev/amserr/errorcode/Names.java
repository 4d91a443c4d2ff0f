package dev.amserr.errorcode;

/** How names of codes are compared: letters and digits only, whatever the case. */
final class Names {

  private Names() {}

  /** The name without case, blanks and punctuation. */
  static String fold(String name) {
    // On an array, because all names are folded in the first moments of a JVM, uncompiled.
    char[] characters = name.toCharArray();
    int length = 0;
    for (char c : characters) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        characters[length++] = c;
      } else if (c >= 'A' && c <= 'Z') {
        characters[length++] = (char) (c + 32);
      } else if (c != '_' && Character.isLetterOrDigit(c)) {
        characters[length++] = Character.toLowerCase(c);
      }
    }
    return new String(characters, 0, length);
  }

  /**
   * Whether a word is written as only code names are: with an underscore, or with a capital inside.
   * Ordinary words of a sentence are not.
   */
  static boolean looksLikeName(String text, int start, int end) {
    boolean lower = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '_' && i > start && i < end - 1) {
        return true;
      }
      if (lower && c >= 'A' && c <= 'Z') {
        return true;
      }
      lower = c >= 'a' && c <= 'z';
    }
    return false;
  }
}
