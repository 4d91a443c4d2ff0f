package dev.amserr.digest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as a channel reads them: in its zone, in English, the same on every machine. */
final class ZoneTimes {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  private ZoneTimes() {}

  /** {@code Tue 09:00}. */
  static String dayAndTime(Instant at, ZoneId zone) {
    return DAY_AND_TIME.format(at.atZone(zone));
  }

  /** {@code Tue 3 Mar 09:00}. */
  static String dateAndTime(Instant at, ZoneId zone) {
    return DATE_AND_TIME.format(at.atZone(zone));
  }
}
