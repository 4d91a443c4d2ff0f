package dev.amserr.oncall;

import static java.time.temporal.ChronoField.PROLEPTIC_MONTH;

import dev.amserr.time.ZoneTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often people hand over.
 *
 * <p>Days, weeks and months are counted on the calendar: hand-off n is the anchor plus n periods as
 * a local time, and only then an instant. Hours are counted on the time line.
 *
 * @param unit what is counted
 * @param every how many of it, from 1 to {@value #MOST}
 */
public record Rotation(Unit unit, int every) {

  /** The most units between two hand-offs. */
  public static final int MOST = 999;

  private static final Pattern EVERY =
      Pattern.compile("every ([1-9][0-9]{0,2}) (hour|day|week|month)s?");

  private static final long SECONDS_PER_HOUR = 3_600;
  private static final long SECONDS_PER_DAY = 86_400;

  /** What a rotation counts. */
  public enum Unit {
    HOURS,
    DAYS,
    WEEKS,
    MONTHS
  }

  public Rotation {
    if (every < 1 || every > MOST) {
      throw new IllegalArgumentException("every must be from 1 to " + MOST + ", not " + every);
    }
  }

  /** Reads {@code daily}, {@code weekly}, {@code monthly} or {@code every 2 weeks}. */
  public static Optional<Rotation> parse(String text) {
    return switch (text) {
      case "daily" -> Optional.of(new Rotation(Unit.DAYS, 1));
      case "weekly" -> Optional.of(new Rotation(Unit.WEEKS, 1));
      case "monthly" -> Optional.of(new Rotation(Unit.MONTHS, 1));
      default -> {
        Matcher matcher = EVERY.matcher(text);
        yield matcher.matches()
            ? Optional.of(
                new Rotation(
                    Unit.valueOf(matcher.group(2).toUpperCase(Locale.ROOT) + "S"),
                    Integer.parseInt(matcher.group(1))))
            : Optional.empty();
      }
    };
  }

  /** Whether turns have a fixed length on the time line instead of one on the calendar. */
  public boolean elapsed() {
    return unit == Unit.HOURS;
  }

  /** The n-th hand-off; the 0-th is the anchor, negative ones lie before it. */
  Instant handOff(LocalDateTime anchor, ZoneTable zone, long n) {
    return switch (unit) {
      case HOURS -> zone.toInstant(anchor).plusSeconds(n * every * SECONDS_PER_HOUR);
      case DAYS, WEEKS ->
          zone.toInstant(anchor.toEpochSecond(ZoneOffset.UTC) + n * days() * SECONDS_PER_DAY);
      case MONTHS -> zone.toInstant(localHandOff(anchor, n));
    };
  }

  /** The local time of the n-th hand-off of a rotation that counts on the calendar. */
  LocalDateTime localHandOff(LocalDateTime anchor, long n) {
    return unit == Unit.MONTHS ? anchor.plusMonths(n * every) : anchor.plusDays(n * days());
  }

  private long days() {
    return unit == Unit.WEEKS ? 7L * every : every;
  }

  /** The number of the last hand-off at or before an instant. */
  long numberAt(LocalDateTime anchor, ZoneTable zone, Instant at) {
    long n = estimate(anchor, zone, at);
    while (handOff(anchor, zone, n).isAfter(at)) {
      n--;
    }
    while (!handOff(anchor, zone, n + 1).isAfter(at)) {
      n++;
    }
    return n;
  }

  private long estimate(LocalDateTime anchor, ZoneTable zone, Instant at) {
    long localDay = Math.floorDiv(zone.localSecond(at), SECONDS_PER_DAY);
    return switch (unit) {
      case HOURS ->
          Math.floorDiv(
              at.getEpochSecond() - zone.toInstant(anchor).getEpochSecond(),
              every * SECONDS_PER_HOUR);
      case DAYS, WEEKS -> Math.floorDiv(localDay - anchor.toLocalDate().toEpochDay(), days());
      case MONTHS ->
          Math.floorDiv(
              PROLEPTIC_MONTH.getFrom(LocalDate.ofEpochDay(localDay))
                  - PROLEPTIC_MONTH.getFrom(anchor),
              every);
    };
  }

  /** No turn is longer than this, clock changes apart. */
  Duration longestTurn() {
    return switch (unit) {
      case HOURS -> Duration.ofHours(every);
      case DAYS -> Duration.ofDays(every);
      case WEEKS -> Duration.ofDays(7L * every);
      case MONTHS -> Duration.ofDays(31L * every);
    };
  }

  /** As it is written in a roster: {@code weekly}, {@code every 2 weeks}. */
  public String text() {
    if (every == 1) {
      return switch (unit) {
        case HOURS -> "every 1 hour";
        case DAYS -> "daily";
        case WEEKS -> "weekly";
        case MONTHS -> "monthly";
      };
    }
    return "every " + every + " " + unit.name().toLowerCase(Locale.ROOT);
  }

  /** As it is named in a sentence: "weekly rotation", "rotation every 12 hours of elapsed time". */
  public String phrase() {
    if (elapsed()) {
      return "rotation " + text() + " of elapsed time";
    }
    return every == 1 ? text() + " rotation" : "rotation " + text();
  }
}
