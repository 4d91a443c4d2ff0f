package dev.amserr.recurrence;

import java.util.Locale;

/** What can be said of a series, in the order in which digests say it. */
public enum StateKind {
  /** Far more than usual. {@link Why} counts the last 60 (or 5) minutes. */
  SPIKE,
  /** First seen less than 7 days ago. {@link Why} counts days since: observed, 7, 0. */
  NEW,
  /**
   * Came back after somebody resolved it. {@link Why} counts minutes since then: observed, 10, 0.
   */
  REGRESSED,
  /** Grows from week to week. {@link Why} has W0, the least W0 that is a ramp, W₋₁. */
  RAMP,
  /** Comes at the same time of day. {@link Why} has ρ, 0.9 and the number of episodes. */
  RECURRING,
  /** Silent for longer than chance explains. {@link Why} counts hours: silent, limit, usual gap. */
  QUIET,
  /** Silent with all of its source: the reporter may be broken. {@link Why} as of QUIET. */
  SOURCE_SILENT;

  /** The word for it in JSON and in options: {@code source-silent}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The word for it in a sentence: {@code SOURCE SILENT}. */
  public String title() {
    return name().replace('_', ' ');
  }
}
