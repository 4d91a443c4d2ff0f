package dev.amserr.command.parse;

import java.util.Locale;

/**
 * A word of a line: what stands between blanks, or between quotes.
 *
 * @param start where it starts in the line, quote and key included
 * @param end where it ends, exclusive
 * @param form how it was written
 * @param key the name before the value; empty where there is none
 * @param value what was meant, without key and quotes
 * @param valueStart where the value starts in the line, its quote included
 */
record Word(int start, int end, Form form, String key, String value, int valueStart) {

  /** How a word was written. */
  enum Form {
    /** {@code word}. */
    BARE,
    /** {@code "some words"}. */
    QUOTED,
    /** {@code key:value}. */
    COLON,
    /** {@code --key}, {@code --key=value}. */
    DASHED
  }

  boolean hasKey() {
    return form == Form.COLON || form == Form.DASHED;
  }

  /** Whether it is exactly this word, without quotes, in any case. */
  boolean says(String word) {
    return form == Form.BARE && value.toLowerCase(Locale.ROOT).equals(word);
  }
}
