package dev.amserr.app;

/**
 * Something that can be on or off.
 *
 * @param name such as {@code Slack}
 * @param on whether it is
 * @param detail what it is connected to or, where it is off, what turns it on
 */
record Switch(String name, boolean on, String detail) {

  static Switch on(String name, String detail) {
    return new Switch(name, true, detail);
  }

  /** Off, until this variable of the environment or its key is set. */
  static Switch off(String name, String variable) {
    return new Switch(name, false, "set " + variable);
  }

  /** {@code Slack off (set SLACK_SIGNING_SECRET)}. */
  @Override
  public String toString() {
    return name + (on ? " on" : " off") + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
