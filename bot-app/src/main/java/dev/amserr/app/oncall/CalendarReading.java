package dev.amserr.app.oncall;

import dev.amserr.oncall.CalendarShifts;
import java.util.function.Function;

/** What became of reading a calendar. */
public sealed interface CalendarReading {

  /** One function per case. */
  default <T> T fold(Function<Read, T> read, Function<Unreadable, T> unreadable) {
    return this instanceof Read r ? read.apply(r) : unreadable.apply((Unreadable) this);
  }

  /**
   * It was read.
   *
   * @param shifts says so itself if single events could not be read
   */
  record Read(CalendarShifts shifts) implements CalendarReading {}

  /**
   * It was not.
   *
   * @param why in words that complete "the calendar could not be read: …"
   */
  record Unreadable(String why) implements CalendarReading {}
}
