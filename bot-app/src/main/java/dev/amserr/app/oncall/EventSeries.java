package dev.amserr.app.oncall;

import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of one UID: one that may recur, of which the latest version counts, and those that
 * replace single occurrences of it.
 *
 * <p>What replaces an occurrence names it by the time at which it would have started.
 */
final class EventSeries {

  /** One occurrence, with the event whose title and attendees are its own. */
  record Occurrence(IcsEvent event, Interval time) {}

  private final @Nullable IcsEvent master;
  private final List<IcsEvent> replacements;
  private final IcsZones zones;
  private final IcsZones.Zone floating;

  EventSeries(List<IcsEvent> events, IcsZones zones, IcsZones.Zone floating) {
    List<IcsEvent> bySequence =
        events.stream().sorted((a, b) -> Integer.compare(a.sequence(), b.sequence())).toList();
    List<IcsEvent> versions = bySequence.stream().filter(e -> !isReplacement(e)).toList();
    this.master = versions.isEmpty() ? null : versions.get(versions.size() - 1);
    this.replacements = bySequence.stream().filter(EventSeries::isReplacement).toList();
    this.zones = zones;
    this.floating = floating;
  }

  private static boolean isReplacement(IcsEvent event) {
    return event.first("RECURRENCE-ID").isPresent();
  }

  /**
   * What happens in a window, in no order. What cannot be read is a problem, the rest is not
   * affected.
   *
   * @param most how many occurrences there may be
   */
  List<Occurrence> within(Interval window, int most, List<String> problems) {
    Map<Instant, IcsEvent> replaced = new LinkedHashMap<>();
    for (IcsEvent replacement : replacements) {
      attempt(
          replacement,
          problems,
          () -> {
            IcsProperty id = replacement.first("RECURRENCE-ID").orElseThrow();
            if (id.parameter("RANGE").isPresent()) {
              throw new UnreadableEventException("it replaces a range of occurrences");
            }
            replaced.put(EventTime.of(id, zones, floating).instant(), replacement);
          });
    }
    List<Occurrence> found = new ArrayList<>();
    IcsEvent event = master;
    if (event != null && !event.isCancelled()) {
      attempt(
          event,
          problems,
          () -> {
            for (EventTime start : starts(event, window, most)) {
              if (!replaced.containsKey(start.instant())) {
                add(event, start, window, found);
              }
            }
          });
    }
    for (IcsEvent other : replaced.values()) {
      if (!other.isCancelled()) {
        attempt(other, problems, () -> add(other, start(other), window, found));
      }
    }
    return found;
  }

  private void add(IcsEvent event, EventTime start, Interval window, List<Occurrence> found)
      throws UnreadableEventException {
    Instant from = start.instant();
    Instant until = EventLength.of(event, start(event), zones, floating).end(start);
    if (from.isBefore(until) && from.isBefore(window.until()) && until.isAfter(window.from())) {
      found.add(new Occurrence(event, new Interval(from, until)));
    }
  }

  private EventTime start(IcsEvent event) throws UnreadableEventException {
    IcsProperty start =
        event.first("DTSTART").orElseThrow(() -> new UnreadableEventException("it has no DTSTART"));
    return EventTime.of(start, zones, floating);
  }

  private List<EventTime> starts(IcsEvent event, Interval window, int most)
      throws UnreadableEventException {
    EventTime start = start(event);
    if (start.instant().isBefore(Instant.EPOCH)) {
      throw new UnreadableEventException("it begins before 1970");
    }
    Map<Instant, EventTime> starts = new LinkedHashMap<>();
    starts.put(start.instant(), start);
    Instant early = window.from().minus(EventLength.of(event, start, zones, floating).most());
    for (IcsProperty rule : event.all("RRULE")) {
      for (EventTime time :
          new EventRule(rule.value()).occurrences(start, early, window.until(), most, zones)) {
        starts.putIfAbsent(time.instant(), time);
      }
    }
    for (IcsProperty dates : event.all("RDATE")) {
      for (EventTime time : EventTime.listOf(dates, zones, floating)) {
        starts.putIfAbsent(time.instant(), time);
      }
    }
    if (event.first("EXRULE").isPresent()) {
      throw new UnreadableEventException("it has an EXRULE, which is no longer in use");
    }
    Set<EventTime> excludedDates = new HashSet<>();
    for (IcsProperty dates : event.all("EXDATE")) {
      for (EventTime time : EventTime.listOf(dates, zones, floating)) {
        starts.remove(time.instant());
        if (time.allDay()) {
          excludedDates.add(time);
        }
      }
    }
    return starts.values().stream().filter(time -> !isOnOneOf(excludedDates, time)).toList();
  }

  /** Whether a date excludes everything on it. */
  private static boolean isOnOneOf(Set<EventTime> dates, EventTime time) {
    return dates.stream()
        .anyMatch(date -> date.local().toLocalDate().equals(time.local().toLocalDate()));
  }

  @FunctionalInterface
  private interface Attempt {
    void run() throws UnreadableEventException;
  }

  private static void attempt(IcsEvent event, List<String> problems, Attempt attempt) {
    try {
      attempt.run();
    } catch (UnreadableEventException e) {
      problems.add("\"" + event.label() + "\": " + e.getMessage());
    }
  }
}
