package dev.amserr.command.parse;

import dev.amserr.command.Choice;
import dev.amserr.command.Origin;
import dev.amserr.command.When;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lengths of time and points in time that somebody who types may mean, best first. Every value can
 * be read as it is; what is typed and already means something comes first, with what it means.
 */
public final class TimeSuggestions {

  private static final List<String> LENGTHS = List.of("30m", "1h", "2h", "4h", "8h", "24h", "7d");
  private static final List<String> UNITS = List.of("h", "m", "d", "w");
  private static final List<String> DISTANCES =
      List.of("now", "+30m", "+1h", "+2h", "+4h", "+8h", "+24h", "-1h", "-24h");
  private static final List<String> USUAL_HOURS =
      List.of("today 18:00", "tomorrow 09:00", "tomorrow 18:00", "yesterday 09:00");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);
  private static final int LONGEST = 40;

  private TimeSuggestions() {}

  /** Lengths of time. */
  public static List<Choice> lengths(String typed) {
    String start = normal(typed);
    if (start.length() > LONGEST) {
      return List.of();
    }
    Stream<String> usual = LENGTHS.stream().filter(length -> length.startsWith(start));
    Stream<String> meant =
        start.isEmpty()
            ? Stream.empty()
            : Stream.concat(Stream.of(start), UNITS.stream().map(unit -> start + unit));
    return Stream.concat(meant, usual)
        .distinct()
        .filter(text -> Durations.parse(text).isPresent())
        .map(Choice::of)
        .toList();
  }

  /** Points in time, seen from where somebody types. */
  public static List<Choice> times(String typed, Origin origin) {
    String start = normal(typed);
    if (start.length() > LONGEST) {
      return List.of();
    }
    Map<String, Choice> found = new LinkedHashMap<>();
    Times.parse(start, origin.at(), origin.zone())
        .map(when -> new Choice(start + " (" + meaning(when, origin) + ")", start))
        .ifPresent(choice -> found.put(start, choice));
    LocalDate today = origin.at().atZone(origin.zone()).toLocalDate();
    candidates(start, today).stream()
        .filter(choice -> fits(choice, start))
        .forEach(choice -> found.putIfAbsent(choice.value(), choice));
    return List.copyOf(found.values());
  }

  private static List<Choice> candidates(String start, LocalDate today) {
    List<Choice> all = new ArrayList<>();
    DISTANCES.forEach(distance -> all.add(Choice.of(distance)));
    USUAL_HOURS.forEach(text -> all.add(dayNamed(text, today)));
    LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    for (int i = 0; i < 7; i++) {
      all.add(nineOClock(i == 0 ? monday : today.plusDays(i)));
    }
    if (!start.isEmpty()) {
      for (String day : List.of("today", "tomorrow", "yesterday")) {
        IntStream.range(0, 24)
            .mapToObj(hour -> String.format(Locale.ROOT, "%s %02d:00", day, hour))
            .forEach(text -> all.add(dayNamed(text, today)));
      }
    }
    return all;
  }

  /** {@code tomorrow 09:00}, shown with its day. */
  private static Choice dayNamed(String text, LocalDate today) {
    int shift = text.startsWith("tomorrow") ? 1 : text.startsWith("yesterday") ? -1 : 0;
    return new Choice(text + " (" + DAY.format(today.plusDays(shift)) + ")", text);
  }

  private static Choice nineOClock(LocalDate day) {
    LocalDateTime at = day.atTime(LocalTime.of(9, 0));
    return new Choice(DAY_AND_TIME.format(at), day + " 09:00");
  }

  /** By its beginning, or by its hour: {@code 9} may mean {@code today 09:00}. */
  private static boolean fits(Choice choice, String start) {
    String hour = choice.value().substring(choice.value().lastIndexOf(' ') + 1);
    return choice.value().startsWith(start)
        || choice.name().toLowerCase(Locale.ROOT).startsWith(start)
        || hour.startsWith(start)
        || hour.startsWith("0" + start);
  }

  private static String meaning(When when, Origin origin) {
    return when.fold(
        exact -> DAY_AND_TIME.format(exact.at().atZone(origin.zone())) + " " + origin.zone(),
        local -> DAY_AND_TIME.format(local.at()));
  }

  private static String normal(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }
}
