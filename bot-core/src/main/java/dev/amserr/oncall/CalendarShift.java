package dev.amserr.oncall;

import dev.amserr.time.Interval;

/**
 * One event of a team's calendar: recurrences expanded, exceptions applied, times made instants.
 *
 * @param time when
 * @param person whom it names, as written: an id or a name
 */
public record CalendarShift(Interval time, String person) {}
