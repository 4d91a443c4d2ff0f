package dev.amserr.oncall;

/** What the teams' calendars say. */
@FunctionalInterface
public interface Calendars {

  /**
   * The last good data of a team's calendar, with how old it is; of a team without a calendar
   * {@link CalendarShifts#none()}. Answers from memory.
   */
  CalendarShifts of(Team team);

  /** No calendar was ever read. */
  static Calendars neverRead() {
    return team -> team.calendar() == null ? CalendarShifts.none() : CalendarShifts.neverRead();
  }
}
