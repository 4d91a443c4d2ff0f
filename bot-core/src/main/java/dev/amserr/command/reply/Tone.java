package dev.amserr.command.reply;

/**
 * What a card says before it is read; a platform shows it as a colour and, where it can, a word.
 */
public enum Tone {
  /** Neither good nor bad. */
  NEUTRAL,
  /** An answer to a question. */
  INFO,
  /** Done, or healthy. */
  GOOD,
  /** Somebody should look. */
  WARNING,
  /** Something is broken, or was refused. */
  BAD
}
