package dev.amserr.command.reply;

/** Who sees a reply. */
public enum Privacy {
  /** Only the person who asked. */
  PRIVATE,
  /** Everybody in the place where it was asked. */
  PUBLIC
}
