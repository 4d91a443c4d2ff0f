package dev.amserr.command.reply;

/** Where a reply goes; the answer to a command is always a message of its own. */
public enum Placement {
  /** A message of its own. */
  NEW_MESSAGE,
  /** In place of the message whose button or menu was used. */
  REPLACE_MESSAGE
}
