package dev.amserr.app.oncall;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an event lasts: days on the wall clock, then time on the time line (RFC 5545, section
 * 3.3.6): {@code P7D} ends at the same time of day, {@code PT168H} after 168 hours. A DTEND means
 * the exact time between it and DTSTART for every recurrence (section 3.8.5.3).
 */
record EventLength(long days, Duration exact) {

  private static final Pattern DURATION =
      Pattern.compile(
          "\\+?P(?:(\\d{1,4})W|(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,9})S)?)?)");

  static EventLength of(IcsEvent event, EventTime start, IcsZones zones, IcsZones.Zone floating)
      throws UnreadableEventException {
    Optional<IcsProperty> end = event.first("DTEND");
    if (end.isPresent()) {
      EventTime until = EventTime.of(end.get(), zones, floating);
      return start.allDay()
          ? new EventLength(
              ChronoUnit.DAYS.between(start.local().toLocalDate(), until.local().toLocalDate()),
              Duration.ZERO)
          : new EventLength(0, Duration.between(start.instant(), until.instant()));
    }
    Optional<IcsProperty> duration = event.first("DURATION");
    if (duration.isPresent()) {
      return parse(duration.get().value().strip());
    }
    return new EventLength(start.allDay() ? 1 : 0, Duration.ZERO);
  }

  private static EventLength parse(String text) throws UnreadableEventException {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches() || text.endsWith("P") || text.endsWith("T")) {
      throw new UnreadableEventException("its DURATION \"" + text + "\" is no length of time");
    }
    Duration exact =
        Duration.ofHours(number(matcher, 3))
            .plusMinutes(number(matcher, 4))
            .plusSeconds(number(matcher, 5));
    return new EventLength(7 * number(matcher, 1) + number(matcher, 2), exact);
  }

  private static long number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /** When an event that starts then is over. */
  Instant end(EventTime start) throws UnreadableEventException {
    try {
      Instant nominal =
          days == 0 ? start.instant() : start.at(start.local().plusDays(days)).instant();
      return nominal.plus(exact);
    } catch (DateTimeException | ArithmeticException e) {
      throw new UnreadableEventException("it has no end that can be reckoned");
    }
  }

  /** No occurrence is longer, clock changes included. */
  Duration most() {
    return exact.plusDays(days + 1);
  }
}
