package dev.amserr.command.dispatch;

/** How a call ended, for counting. */
public enum Outcome {
  /** The handler answered. */
  ANSWERED,
  /** Nothing could be made of the input, or the button is too old or used up. */
  REFUSED,
  /** The person may not. */
  DENIED,
  /** The person asked too often. */
  LIMITED,
  /** The store does not answer. */
  UNAVAILABLE,
  /** Something else broke. */
  FAILED
}
