package dev.amserr.errorcode;

/** How names of codes are compared: letters and digits only, whatever the case. */
final class Names {

  private Names() {}

  /** The name without case, blanks and punctuation. */
  static String fold(CharSequence name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.append((char) (c + 32));
      } else if (Character.isLetterOrDigit(c)) {
        folded.append(Character.toLowerCase(c));
      }
    }
    return folded.toString();
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
