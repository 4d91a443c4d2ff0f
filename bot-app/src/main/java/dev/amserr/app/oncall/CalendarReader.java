package dev.amserr.app.oncall;

import dev.amserr.oncall.CalendarShift;
import dev.amserr.oncall.CalendarShifts;
import dev.amserr.oncall.CalendarSource.NamedBy;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Makes shifts of an iCalendar document.
 *
 * <p>Recurrences run on the wall clock of their event's zone; times without a zone and whole days
 * are the team's. A wall time that clocks skip is the moment of the change, one that occurs twice
 * the earlier one, as everywhere in on-call.
 */
public final class CalendarReader {

  /** The most shifts of a calendar within the window. */
  public static final int MOST_SHIFTS = 20_000;

  /** How long recurrences may take to work out. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  private CalendarReader() {}

  /**
   * Reads a document.
   *
   * @param zone the team's
   * @param window for which shifts are wanted
   * @param nanos a clock that never goes back, to give up by
   */
  public static CalendarReading read(
      String text, ZoneId zone, NamedBy namedBy, Interval window, LongSupplier nanos) {
    long deadline = nanos.getAsLong() + LONGEST.toNanos();
    IcsDocument document;
    try {
      document = IcsDocument.parse(text);
    } catch (UnreadableEventException e) {
      return new CalendarReading.Unreadable(String.valueOf(e.getMessage()));
    }
    IcsZones zones = new IcsZones(document.zones());
    IcsZones.Zone floating = IcsZones.Zone.of(zone);
    List<CalendarShift> shifts = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (List<IcsEvent> series : byUid(document.events())) {
      int left = MOST_SHIFTS - shifts.size();
      List<EventSeries.Occurrence> occurrences =
          new EventSeries(series, zones, floating).within(window, left, problems);
      for (EventSeries.Occurrence occurrence : occurrences) {
        for (String person : people(occurrence.event(), namedBy)) {
          shifts.add(new CalendarShift(occurrence.time(), person));
        }
      }
      if (nanos.getAsLong() - deadline > 0) {
        return new CalendarReading.Unreadable("its recurrences take too long to work out");
      }
      if (shifts.size() > MOST_SHIFTS) {
        return new CalendarReading.Unreadable("it has more than " + MOST_SHIFTS + " shifts");
      }
    }
    return new CalendarReading.Read(new CalendarShifts(shifts, window, remark(problems)));
  }

  private static String remark(List<String> problems) {
    return switch (problems.size()) {
      case 0 -> "";
      case 1 -> "an event of the calendar could not be read, " + problems.get(0);
      default ->
          problems.size()
              + " events of the calendar could not be read, the first: "
              + problems.get(0);
    };
  }

  /** Events of one UID belong together; one without a UID stands alone. */
  private static List<List<IcsEvent>> byUid(List<IcsEvent> events) {
    Map<String, List<IcsEvent>> byUid = new LinkedHashMap<>();
    List<List<IcsEvent>> series = new ArrayList<>();
    for (IcsEvent event : events) {
      if (event.uid().isEmpty()) {
        series.add(List.of(event));
      } else {
        byUid.computeIfAbsent(event.uid(), uid -> new ArrayList<>()).add(event);
      }
    }
    series.addAll(byUid.values());
    return series;
  }

  /** Whom an event names; an event that names nobody stands for somebody unknown. */
  private static List<String> people(IcsEvent event, NamedBy namedBy) {
    List<String> names =
        switch (namedBy) {
          case SUMMARY -> event.first("SUMMARY").map(IcsProperty::text).stream().toList();
          case ATTENDEE -> event.all("ATTENDEE").stream().map(CalendarReader::name).toList();
        };
    List<String> given = names.stream().filter(name -> !name.isEmpty()).toList();
    return given.isEmpty() ? List.of("(no name)") : given;
  }

  private static String name(IcsProperty attendee) {
    return attendee
        .parameter("CN")
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .orElseGet(() -> attendee.value().strip().replaceFirst("(?i)^mailto:", ""));
  }
}
