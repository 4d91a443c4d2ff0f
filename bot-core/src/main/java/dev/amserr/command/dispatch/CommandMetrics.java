package dev.amserr.command.dispatch;

import java.time.Duration;

/** Counts and times calls. Must not throw and must not block. */
@FunctionalInterface
public interface CommandMetrics {

  /**
   * One call ended.
   *
   * @param command {@code /codes search}, {@code action ack}, {@code help} or {@code unknown}: as
   *     many values as there are declarations
   */
  void ended(String command, Outcome outcome, Duration took);
}
