package dev.amserr.app.oncall;

import dev.amserr.oncall.CalendarSource;
import java.time.Duration;
import java.time.Instant;

/**
 * The last good document of a calendar.
 *
 * @param text as it was fetched
 * @param etag the server's; empty for none
 * @param fetched when
 */
record KeptCalendar(String text, String etag, Instant fetched) {

  Duration age(Instant now) {
    return Duration.between(fetched, now);
  }

  /** Whether it should have been read again long before. */
  boolean isLate(CalendarSource source, Instant now) {
    return age(now).compareTo(source.refresh().multipliedBy(2)) > 0;
  }
}
