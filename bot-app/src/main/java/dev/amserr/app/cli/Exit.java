package dev.amserr.app.cli;

/** The exit codes of the command line. */
final class Exit {

  /** The question was answered. */
  static final int ANSWERED = 0;

  /** The text has no code. */
  static final int NOTHING_FOUND = 1;

  /** The arguments or the configuration are wrong. */
  static final int BAD_USAGE = 2;

  /** The program is at fault, or its environment. */
  static final int INTERNAL_FAILURE = 3;

  private Exit() {}
}
