package dev.amserr.app.oncall;

import dev.amserr.time.ZoneTable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A DATE or DATE-TIME of a calendar.
 *
 * @param local the wall time; midnight for a date
 * @param zone in which it is local
 * @param allDay whether only a date was written
 */
record EventTime(LocalDateTime local, IcsZones.Zone zone, boolean allDay) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /**
   * Reads the one time of a property.
   *
   * @param floating the zone of times that name none, and of dates
   */
  static EventTime of(IcsProperty property, IcsZones zones, IcsZones.Zone floating)
      throws UnreadableEventException {
    return of(property.value().strip(), property, zones, floating);
  }

  /** Reads the times of a property that may list several. */
  static List<EventTime> listOf(IcsProperty property, IcsZones zones, IcsZones.Zone floating)
      throws UnreadableEventException {
    if (property.parameter("VALUE").map("PERIOD"::equalsIgnoreCase).orElse(false)) {
      throw new UnreadableEventException("its " + property.name() + " lists periods");
    }
    List<EventTime> times = new ArrayList<>();
    for (String value : property.value().split(",", -1)) {
      times.add(of(value.strip(), property, zones, floating));
    }
    return times;
  }

  private static EventTime of(
      String value, IcsProperty property, IcsZones zones, IcsZones.Zone floating)
      throws UnreadableEventException {
    try {
      if (value.length() == 8) {
        return new EventTime(LocalDate.parse(value, DATE).atStartOfDay(), floating, true);
      }
      if (value.endsWith("Z")) {
        String local = value.substring(0, value.length() - 1);
        return new EventTime(LocalDateTime.parse(local, TIME), IcsZones.UTC, false);
      }
      LocalDateTime local = LocalDateTime.parse(value, TIME);
      String tzid = property.parameter("TZID").orElse("");
      return new EventTime(local, tzid.isEmpty() ? floating : zones.zone(tzid), false);
    } catch (DateTimeException e) {
      throw new UnreadableEventException(
          "its " + property.name() + " \"" + value + "\" is no time");
    }
  }

  Instant instant() {
    return table().toInstant(local);
  }

  /** The same wall clock at another time. */
  EventTime at(LocalDateTime other) {
    return new EventTime(other, zone, allDay);
  }

  /** What the wall clock of this zone shows at an instant. */
  LocalDateTime localAt(Instant at) {
    return LocalDateTime.ofEpochSecond(table().localSecond(at), 0, ZoneOffset.UTC);
  }

  private ZoneTable table() {
    return zone.table();
  }
}
