package dev.amserr.oncall;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.amserr.time.Interval;
import dev.amserr.time.ZoneTable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
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
 * @param from when it starts, in whole seconds
 * @param to when it is over, in whole seconds
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

  private static final long SECONDS_PER_DAY = 86_400;

  public Hours {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("hours need at least one day");
    }
    if (!from.equals(from.truncatedTo(SECONDS)) || !to.equals(to.truncatedTo(SECONDS))) {
      throw new IllegalArgumentException("hours begin and end on whole seconds");
    }
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  /**
   * Gives the windows within an interval, cut to it, in order.
   *
   * @param zone in which the hours are local
   */
  void windows(Interval within, ZoneTable zone, Consumer<Interval> sink) {
    for (long day = dayBefore(within, zone); ; day++) {
      Instant start = start(day, zone);
      if (!start.isBefore(within.until())) {
        return;
      }
      if (isDay(day)) {
        Instant first = Interval.later(start, within.from());
        Instant last = Interval.earlier(end(day, zone), within.until());
        if (first.isBefore(last)) {
          sink.accept(new Interval(first, last));
        }
      }
    }
  }

  /** Whether any window reaches into an interval. */
  boolean touch(Interval within, ZoneTable zone) {
    for (long day = dayBefore(within, zone); ; day++) {
      Instant start = start(day, zone);
      if (!start.isBefore(within.until())) {
        return false;
      }
      if (isDay(day)) {
        Instant end = end(day, zone);
        if (end.isAfter(within.from()) && end.isAfter(start)) {
          return true;
        }
      }
    }
  }

  // A window of the day before may still be open; one of two days before is over.
  private static long dayBefore(Interval within, ZoneTable zone) {
    return Math.floorDiv(zone.localSecond(within.from()), SECONDS_PER_DAY) - 1;
  }

  // 1970-01-01 was a Thursday.
  private boolean isDay(long epochDay) {
    return days.contains(DayOfWeek.THURSDAY.plus(epochDay));
  }

  private Instant start(long day, ZoneTable zone) {
    return zone.toInstant(day * SECONDS_PER_DAY + from.toSecondOfDay());
  }

  private Instant end(long day, ZoneTable zone) {
    long lastDay = to.isAfter(from) ? day : day + 1;
    return zone.toInstant(lastDay * SECONDS_PER_DAY + to.toSecondOfDay());
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
