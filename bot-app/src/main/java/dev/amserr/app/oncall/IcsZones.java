package dev.amserr.app.oncall;

import dev.amserr.time.ZoneNames;
import dev.amserr.time.ZoneTable;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.ConstraintViolationException;
import net.fortuna.ical4j.model.ZoneRulesBuilder;
import net.fortuna.ical4j.model.component.VTimeZone;

/**
 * What the TZIDs of a document mean: zones of the tz database, Windows' names, else what the
 * document itself defines.
 */
final class IcsZones {

  /** A zone as it is used here; two of the same name are the same. */
  record Zone(String name, ZoneTable table) {

    static Zone of(ZoneId zone) {
      return new Zone(zone.getId(), ZoneTable.of(zone));
    }
  }

  static final Zone UTC = Zone.of(ZoneOffset.UTC);

  private final Map<String, List<IcsProperty>> definitions;
  private final Map<String, Zone> known = new HashMap<>();

  IcsZones(Map<String, List<IcsProperty>> definitions) {
    this.definitions = definitions;
  }

  Zone zone(String tzid) throws UnreadableEventException {
    Zone zone = known.get(tzid);
    if (zone == null) {
      zone = find(tzid.strip());
      known.put(tzid, zone);
    }
    return zone;
  }

  private Zone find(String tzid) throws UnreadableEventException {
    Optional<ZoneId> named = named(tzid).or(() -> location(tzid));
    if (named.isPresent()) {
      return Zone.of(named.get());
    }
    List<IcsProperty> lines = definitions.get(tzid);
    if (lines == null) {
      throw new UnreadableEventException("its zone \"" + tzid + "\" is unknown");
    }
    return defined(tzid, lines);
  }

  /** A name with some prefix, such as {@code /example.org/20260101/Europe/London}, counts too. */
  private static Optional<ZoneId> named(String tzid) {
    for (int from = 0; from >= 0; ) {
      String rest = tzid.substring(from);
      Optional<ZoneId> zone = ZoneNames.parse(rest).or(() -> ZoneNames.ofWindows(rest));
      if (zone.isPresent()) {
        return zone;
      }
      int slash = tzid.indexOf('/', from);
      from = slash < 0 ? -1 : slash + 1;
    }
    return Optional.empty();
  }

  private Optional<ZoneId> location(String tzid) {
    return definitions.getOrDefault(tzid, List.of()).stream()
        .filter(line -> line.name().equals("X-LIC-LOCATION"))
        .findFirst()
        .flatMap(line -> ZoneNames.parse(line.value().strip()));
  }

  private static Zone defined(String tzid, List<IcsProperty> lines)
      throws UnreadableEventException {
    // Without TZURL, so that nothing is looked up elsewhere.
    String definition =
        lines.stream()
            .filter(line -> !line.name().equals("TZURL"))
            .map(line -> line.name() + ":" + line.value() + "\r\n")
            .collect(
                Collectors.joining(
                    "",
                    "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\n",
                    "END:VTIMEZONE\r\nEND:VCALENDAR\r\n"));
    try {
      VTimeZone zone =
          new CalendarBuilder()
              .build(new StringReader(definition))
              .<VTimeZone>getComponent("VTIMEZONE")
              .orElseThrow(() -> undefined(tzid));
      return new Zone(tzid, new ZoneTable(new ZoneRulesBuilder().vTimeZone(zone).build()));
    } catch (ParserException
        | IOException
        | ConstraintViolationException
        | DateTimeException
        | IllegalArgumentException e) {
      throw undefined(tzid);
    }
  }

  private static UnreadableEventException undefined(String tzid) {
    return new UnreadableEventException("its zone \"" + tzid + "\" is not well defined");
  }
}
