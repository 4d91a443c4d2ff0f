package dev.amserr.app.store;

import dev.amserr.time.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A window cut so that it is read with the fewest rows: whole days, before and after them whole
 * hours, before and after those minutes.
 *
 * <p>Where minutes are no longer kept a bound is that of its hour, the same for the windows on both
 * sides of it; and days that do not begin with an hour are read as hours.
 */
record WindowCut(List<Stretch> stretches) {

  WindowCut {
    stretches = List.copyOf(stretches);
  }

  /** What is read. */
  enum Unit {
    MINUTE,
    HOUR,
    DAY
  }

  /**
   * A part of the window.
   *
   * @param from its first bucket: milliseconds, for days the number of the day since 1970-01-01
   * @param until the first bucket after it
   */
  record Stretch(Unit unit, long from, long until) {}

  /**
   * Cuts a window.
   *
   * @param minutesSince since when minutes are kept, a full hour
   * @param zone whose days are counted
   */
  static WindowCut of(Interval window, Instant minutesSince, ZoneId zone) {
    return cut(
        window,
        minutesSince,
        (first, last) -> {
          LocalDate firstDay = LocalDate.ofInstant(first.minusMillis(1), zone).plusDays(1);
          LocalDate lastDay = LocalDate.ofInstant(last, zone);
          Instant midnight = firstDay.atStartOfDay(zone).toInstant();
          Instant lastMidnight = lastDay.atStartOfDay(zone).toInstant();
          List<Stretch> stretches = new ArrayList<>();
          if (midnight.isBefore(lastMidnight) && isHour(midnight) && isHour(lastMidnight)) {
            add(stretches, Unit.HOUR, first, midnight);
            stretches.add(new Stretch(Unit.DAY, firstDay.toEpochDay(), lastDay.toEpochDay()));
            add(stretches, Unit.HOUR, lastMidnight, last);
          } else {
            add(stretches, Unit.HOUR, first, last);
          }
          return stretches;
        });
  }

  /** The same without days, for what is not counted by the day. */
  static WindowCut ofHours(Interval window, Instant minutesSince) {
    return cut(
        window,
        minutesSince,
        (first, last) -> {
          List<Stretch> stretches = new ArrayList<>();
          add(stretches, Unit.HOUR, first, last);
          return stretches;
        });
  }

  private static WindowCut cut(
      Interval window, Instant minutesSince, BiFunction<Instant, Instant, List<Stretch>> hours) {
    Instant from = bound(window.from(), minutesSince);
    Instant until = bound(window.until(), minutesSince);
    Instant firstHour = ceiling(from, ChronoUnit.HOURS);
    Instant lastHour = until.truncatedTo(ChronoUnit.HOURS);
    List<Stretch> stretches = new ArrayList<>();
    if (firstHour.isBefore(lastHour)) {
      add(stretches, Unit.MINUTE, from, firstHour);
      stretches.addAll(hours.apply(firstHour, lastHour));
      add(stretches, Unit.MINUTE, lastHour, until);
    } else {
      add(stretches, Unit.MINUTE, from, until);
    }
    return new WindowCut(stretches);
  }

  private static Instant bound(Instant at, Instant minutesSince) {
    return at.isBefore(minutesSince)
        ? at.truncatedTo(ChronoUnit.HOURS)
        : ceiling(at, ChronoUnit.MINUTES);
  }

  private static Instant ceiling(Instant at, ChronoUnit unit) {
    Instant floor = at.truncatedTo(unit);
    return floor.equals(at) ? at : floor.plus(1, unit);
  }

  private static boolean isHour(Instant at) {
    return at.equals(at.truncatedTo(ChronoUnit.HOURS));
  }

  private static void add(List<Stretch> stretches, Unit unit, Instant from, Instant until) {
    if (from.isBefore(until)) {
      stretches.add(new Stretch(unit, from.toEpochMilli(), until.toEpochMilli()));
    }
  }
}
