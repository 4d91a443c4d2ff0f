package dev.amserr.oncall;

import dev.amserr.time.Interval;
import dev.amserr.time.LocalTimes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.zone.ZoneRules;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Hours of certain weekdays, in local time.
 *
 * <p>A window belongs to the day on which it starts: where {@code to} is not later than {@code
 * from}, it ends on the next day, so a Friday night runs into Saturday.
 *
 * @param days the weekdays on which a window starts
 * @param from when it starts
 * @param to when it is over
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

  public Hours {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("hours need at least one day");
    }
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  /**
   * Gives the windows within an interval, cut to it, in order.
   *
   * @param rules of the zone in which the hours are local
   */
  void windows(Interval within, ZoneRules rules, Consumer<Interval> sink) {
    LocalDate day = dayBefore(within.from(), rules);
    for (Instant start = start(day, rules); start.isBefore(within.until()); ) {
      if (days.contains(day.getDayOfWeek())) {
        Instant from = Interval.later(start, within.from());
        Instant until = Interval.earlier(end(day, rules), within.until());
        if (from.isBefore(until)) {
          sink.accept(new Interval(from, until));
        }
      }
      day = day.plusDays(1);
      start = start(day, rules);
    }
  }

  /** Whether any window reaches into an interval. */
  boolean touch(Interval within, ZoneRules rules) {
    LocalDate day = dayBefore(within.from(), rules);
    for (Instant start = start(day, rules); start.isBefore(within.until()); ) {
      if (days.contains(day.getDayOfWeek())) {
        Instant end = end(day, rules);
        if (end.isAfter(within.from()) && end.isAfter(start)) {
          return true;
        }
      }
      day = day.plusDays(1);
      start = start(day, rules);
    }
    return false;
  }

  // A window of the day before may still be open; one of two days before is over.
  private static LocalDate dayBefore(Instant instant, ZoneRules rules) {
    return LocalDate.ofEpochDay(
        Math.floorDiv(
                instant.getEpochSecond() + rules.getOffset(instant).getTotalSeconds(), 86_400L)
            - 1);
  }

  private Instant start(LocalDate day, ZoneRules rules) {
    return LocalTimes.toInstant(day.atTime(from), rules);
  }

  private Instant end(LocalDate day, ZoneRules rules) {
    return LocalTimes.toInstant((to.isAfter(from) ? day : day.plusDays(1)).atTime(to), rules);
  }

  /** For people: "MON, TUE 09:00–18:00". */
  @Override
  public String toString() {
    return daysText() + " " + from + "–" + to;
  }

  /** The weekdays as they are written in a roster: {@code MON, TUE}. */
  String daysText() {
    return days.stream().map(Hours::shortName).collect(Collectors.joining(", "));
  }

  static String shortName(DayOfWeek day) {
    return day.name().substring(0, 3).toUpperCase(Locale.ROOT);
  }
}
