package dev.amserr.oncall;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;

/**
 * Tells who is on call by walking through time minute by minute, with none of the engine's means.
 *
 * <p>It watches a wall clock that is never set back: a local time comes when that clock first shows
 * it or more. That is all there is to skipped and repeated local times. Offsets come from {@link
 * TimeZone}, which reads the tz database with other code than java.time. People are counted as
 * their turns come to be served. Ask for minutes in order only.
 */
final class WallClockSampler {

  private static final int MINUTES_PER_DAY = 24 * 60;

  private final List<String> people;
  private final List<List<Turns>> levels = new ArrayList<>();
  private final List<List<Standin>> standins = new ArrayList<>();
  private final List<Clock> clocks = new ArrayList<>();

  /**
   * Prepares the walk.
   *
   * @param people whom the bits of an answer stand for
   */
  WallClockSampler(Team team, List<Cover> covers, List<String> people) {
    this.people = people;
    for (Level level : team.levels()) {
      List<Turns> turns = new ArrayList<>();
      for (Layer layer : level.layers()) {
        turns.add(new Turns(layer, clock(layer.zone().getId()), bits(layer.people())));
      }
      levels.add(turns);
      standins.add(
          covers.stream()
              .filter(cover -> cover.level().equals(level.name()))
              .map(this::standin)
              .toList());
    }
  }

  private int[] bits(List<String> ids) {
    return ids.stream().mapToInt(id -> 1 << people.indexOf(id)).toArray();
  }

  private Standin standin(Cover cover) {
    return new Standin(
        cover.time().from().getEpochSecond() / 60,
        cover.time().until().getEpochSecond() / 60,
        cover.scope().fold(standing -> 1 << people.indexOf(standing.person()), () -> 0),
        1 << people.indexOf(cover.by()));
  }

  private Clock clock(String zone) {
    for (Clock clock : clocks) {
      if (clock.zone.getID().equals(zone)) {
        return clock;
      }
    }
    Clock clock = new Clock(TimeZone.getTimeZone(zone));
    clocks.add(clock);
    return clock;
  }

  /** Who is on call in a minute since 1970, on each level: one bit a person. */
  void at(long minute, int[] result) {
    for (Clock clock : clocks) {
      clock.walkTo(minute);
    }
    int lower = 0;
    for (int i = 0; i < result.length; i++) {
      int present = 0;
      for (Turns turns : levels.get(i)) {
        present |= turns.walkTo(minute);
      }
      for (Standin standin : standins.get(i)) {
        if (standin.from <= minute && minute < standin.until) {
          present = standin.applyTo(present);
        }
      }
      result[i] = present & ~lower;
      lower |= present;
    }
  }

  /** A cover in minutes and bits; {@code replaced} is 0 for the slot. */
  private record Standin(long from, long until, int replaced, int by) {

    int applyTo(int present) {
      if (replaced == 0) {
        return by;
      }
      return (present & replaced) == 0 ? present : (present & ~replaced) | by;
    }
  }

  /** A wall clock that is never set back; it shows minutes since 1970-01-01T00:00 local time. */
  private static final class Clock {

    private final TimeZone zone;
    private long shown = Long.MIN_VALUE;
    private int offset;
    private boolean started;

    Clock(TimeZone zone) {
      this.zone = zone;
    }

    void walkTo(long minute) {
      // No zone has changed its offset off a quarter of an hour in these years.
      if (!started || minute % 15 == 0) {
        offset = zone.getOffset(minute * 60_000) / 60_000;
        started = true;
      }
      shown = Math.max(shown, minute + offset);
    }
  }

  /** The turns of one layer as they come. */
  private static final class Turns {

    private final Layer layer;
    private final Clock clock;
    private final int[] bits;
    private final boolean elapsed;
    private final long from;
    private final long until;
    private final boolean[] days = new boolean[7];
    private final int opens;
    private final int length;
    private long handOffs = -1;
    private long nextHandOff;
    private long served;
    private boolean servedThisTurn;

    Turns(Layer layer, Clock clock, int[] bits) {
      this.layer = layer;
      this.clock = clock;
      this.bits = bits;
      this.elapsed = layer.rotation().unit() == Rotation.Unit.HOURS;
      this.from = layer.from() == null ? Long.MIN_VALUE : minutes(layer.from());
      this.until = layer.until() == null ? Long.MAX_VALUE : minutes(layer.until());
      this.nextHandOff = minutes(layer.start());
      Hours hours = layer.hours();
      for (DayOfWeek day : DayOfWeek.values()) {
        days[day.getValue() - 1] = hours == null || hours.days().contains(day);
      }
      this.opens = hours == null ? 0 : hours.from().toSecondOfDay() / 60;
      int closes = hours == null ? 0 : hours.to().toSecondOfDay() / 60;
      this.length = closes > opens ? closes - opens : closes + MINUTES_PER_DAY - opens;
    }

    int walkTo(long minute) {
      // The anchor is a local time in any case; hours are counted in minutes that really pass.
      while (nextHandOff <= (elapsed && handOffs >= 0 ? minute : clock.shown)) {
        handOffs++;
        nextHandOff = elapsed ? next(minute) : localHandOff(handOffs + 1);
        if (servedThisTurn) {
          served++;
          servedThisTurn = false;
        }
      }
      if (handOffs < 0 || clock.shown < from || clock.shown >= until || !open(clock.shown)) {
        return 0;
      }
      servedThisTurn = true;
      return bits[(int) (served % bits.length)];
    }

    private long next(long minute) {
      return (handOffs == 0 ? minute : nextHandOff) + 60L * layer.rotation().every();
    }

    private long localHandOff(long n) {
      LocalDateTime start = layer.start();
      long every = layer.rotation().every() * n;
      return minutes(
          switch (layer.rotation().unit()) {
            case DAYS -> start.plusDays(every);
            case WEEKS -> start.plusDays(7 * every);
            case MONTHS -> start.plusMonths(every);
            case HOURS -> throw new IllegalStateException("hours are not local");
          });
    }

    /** Whether a window of today, or one that began yesterday, is open. */
    private boolean open(long shown) {
      long today = Math.floorDiv(shown, MINUTES_PER_DAY);
      long time = Math.floorMod(shown, (long) MINUTES_PER_DAY);
      return (isDay(today) && time >= opens && time < opens + length)
          || (isDay(today - 1) && time + MINUTES_PER_DAY < opens + length);
    }

    // 1970-01-01 was a Thursday.
    private boolean isDay(long epochDay) {
      return days[(int) Math.floorMod(epochDay + 3, 7L)];
    }

    private static long minutes(LocalDateTime local) {
      return local.toEpochSecond(ZoneOffset.UTC) / 60;
    }
  }

  /** A minute since 1970 as an instant. */
  static Instant instant(long minute) {
    return Instant.ofEpochSecond(minute * 60);
  }

  /** The first minute of a day of the UTC calendar. */
  static long minute(LocalDate day) {
    return day.toEpochDay() * MINUTES_PER_DAY;
  }
}
