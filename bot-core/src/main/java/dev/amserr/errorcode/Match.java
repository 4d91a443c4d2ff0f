package dev.amserr.errorcode;

import java.util.Locale;

/** How a reading was found, best first. */
public enum Match {
  /** The code itself is documented. */
  EXACT,
  /** Bits of the code, or a code wrapped inside it, explain it. */
  DERIVED,
  /** A wildcard or the text of a message matched. */
  PATTERN,
  /** A typo was assumed, or words were searched. Never counts as an answer. */
  GUESS;

  /** The word for it in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
