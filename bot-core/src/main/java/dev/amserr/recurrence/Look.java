package dev.amserr.recurrence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the detector sees at the end of a minute.
 *
 * @param end the end of the minute
 * @param recent what occurred in the hour before, by series
 * @param woken the series that occurred in the hour before but not in that of the minute before
 * @param gone the series of which it is the other way round
 * @param swept series to look at whatever they did: all of 30 days at first, those of a day at each
 *     full hour and on a new day, so that what was reported hours after it happened is not missed
 * @param newDay whether a day of the server's zone began with the end of the minute, or nobody has
 *     looked at this day yet
 */
record Look(
    Instant end,
    Map<Long, RecentCount> recent,
    Set<Long> woken,
    Set<Long> gone,
    List<Series> swept,
    boolean newDay) {

  /** The start of the hour in which the minute lies. */
  Instant hour() {
    return end.minus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.HOURS);
  }
}
