package dev.amserr.app.oncall;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.model.Recur;

/** An RRULE on the wall clock of its event. */
final class EventRule {

  private static final int LONGEST = 500;
  private static final int MOST_TIMES_A_DAY = 96;

  private final Recur<LocalDateTime> rule;
  private final String until;

  /**
   * Reads a rule.
   *
   * @throws UnreadableEventException if it is none, or recurs too often
   */
  EventRule(String text) throws UnreadableEventException {
    Map<String, String> parts = parts(text);
    this.until = parts.getOrDefault("UNTIL", "");
    parts.remove("UNTIL");
    requireModest(parts, text);
    List<String> rest = new ArrayList<>();
    parts.forEach((key, value) -> rest.add(key + "=" + value));
    try {
      this.rule = new Recur<>(String.join(";", rest));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unreadable(text);
    }
  }

  private static Map<String, String> parts(String text) throws UnreadableEventException {
    if (text.length() > LONGEST) {
      throw new UnreadableEventException("its RRULE is too long");
    }
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : text.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1 || parts.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
        throw unreadable(text);
      }
    }
    return parts;
  }

  private static void requireModest(Map<String, String> parts, String text)
      throws UnreadableEventException {
    String frequency = parts.getOrDefault("FREQ", "");
    long timesADay = (long) values(parts, "BYHOUR") * values(parts, "BYMINUTE");
    if (frequency.equals("SECONDLY")
        || frequency.equals("MINUTELY")
        || parts.containsKey("BYSECOND")
        || timesADay > MOST_TIMES_A_DAY) {
      throw new UnreadableEventException("its RRULE \"" + text + "\" recurs too often");
    }
  }

  private static int values(Map<String, String> parts, String key) {
    return parts.getOrDefault(key, "").split(",", -1).length;
  }

  private static UnreadableEventException unreadable(String text) {
    return new UnreadableEventException("its RRULE \"" + text + "\" is not understood");
  }

  /**
   * The occurrences within a window, the event's own start included if it lies there.
   *
   * @param most how many there may be
   */
  List<EventTime> occurrences(EventTime start, Instant from, Instant to, int most, IcsZones zones)
      throws UnreadableEventException {
    try {
      List<LocalDateTime> locals =
          rule.getDatesAsStream(start.local(), start.localAt(from), start.localAt(to), -1)
              .limit(most + 1L)
              .toList();
      if (locals.size() > most) {
        throw new UnreadableEventException("it recurs more than " + most + " times");
      }
      List<EventTime> times = new ArrayList<>();
      for (LocalDateTime local : locals) {
        EventTime time = start.at(local);
        if (!isAfterEnd(time, zones)) {
          times.add(time);
        }
      }
      return times;
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new UnreadableEventException("its RRULE is not understood");
    }
  }

  /** UNTIL is inclusive: a date for all-day events, else a time in UTC or on the event's clock. */
  private boolean isAfterEnd(EventTime time, IcsZones zones) throws UnreadableEventException {
    if (until.isEmpty()) {
      return false;
    }
    EventTime last = EventTime.of(new IcsProperty("RRULE", Map.of(), until), zones, time.zone());
    return last.allDay()
        ? time.local().toLocalDate().isAfter(last.local().toLocalDate())
        : time.instant().isAfter(last.instant());
  }
}
