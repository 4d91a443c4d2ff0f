package dev.amserr.command.reply;

/**
 * What a card says before it is read; a platform shows it as a colour and, where it can, a word.
 */
public enum Tone {
  /** Neither good nor bad. */
  NEUTRAL(""),
  /** An answer to a question. */
  INFO(""),
  /** Done, or healthy. */
  GOOD("OK"),
  /** Somebody should look. */
  WARNING("Warning"),
  /** Something is broken, or was refused. */
  BAD("Problem");

  private final String word;

  Tone(String word) {
    this.word = word;
  }

  /** What a reader without colours is told before the title; empty where nothing needs saying. */
  public String word() {
    return word;
  }
}
