package dev.amserr.command;

/** How soon a command can answer: decides whether a platform is told to wait first. */
public enum Pace {
  /** From memory, within milliseconds. */
  IMMEDIATE,
  /** Reads or writes a store, or draws. */
  DEFERRED
}
