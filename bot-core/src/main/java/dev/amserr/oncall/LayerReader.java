package dev.amserr.oncall;

import dev.amserr.yaml.Problems;
import dev.amserr.yaml.Section;
import dev.amserr.yaml.Value;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads layers and hours of a roster. */
final class LayerReader {

  private static final Pattern DATE_TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?");
  private static final Pattern TIME = Pattern.compile("[0-9]{2}:[0-9]{2}");
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2099;
  private static final String LOCAL =
      "a local date and time such as 2026-01-05T09:00, in the years 1970 to 2099";

  private final Problems problems;
  private final Set<String> people;

  /**
   * Prepares reading.
   *
   * @param people the ids that layers may name
   */
  LayerReader(Problems problems, Set<String> people) {
    this.problems = problems;
    this.people = people;
  }

  /** Reads a layer. */
  Optional<Layer> read(Section section, ZoneId teamZone) {
    Optional<Rotation> rotation =
        section
            .required("rotation", "how often people hand over, such as weekly")
            .flatMap(
                value ->
                    value.as(
                        Rotation::parse,
                        "daily, weekly, monthly or \"every N hours\", \"days\", \"weeks\" or"
                            + " \"months\", N from 1 to "
                            + Rotation.MOST));
    Optional<LocalDateTime> start =
        section
            .required("start", "the local time of the first hand-off, such as 2026-01-05T09:00")
            .flatMap(LayerReader::dateTime);
    Optional<Value> zoneValue = section.value("zone");
    Optional<ZoneId> zone = zoneValue.flatMap(RosterReader::zone);
    List<String> names = people(section);
    Optional<LocalDateTime> from = section.value("from").flatMap(LayerReader::dateTime);
    Optional<LocalDateTime> until = section.value("until").flatMap(LayerReader::dateTime);
    LocalTime handOff = start.map(LocalDateTime::toLocalTime).orElse(LocalTime.MIDNIGHT);
    Optional<Hours> hours = section.section("hours").flatMap(s -> hours(s, handOff));
    section.rejectOthers();
    if (rotation.isEmpty() || start.isEmpty() || names.isEmpty()) {
      return Optional.empty();
    }
    LocalDateTime begin = from.filter(f -> f.isAfter(start.get())).orElse(start.get());
    if (until.isPresent() && !until.get().isAfter(begin)) {
      section.value("until").ifPresent(value -> value.reject("a time after " + begin));
      return Optional.empty();
    }
    return Optional.of(
        new Layer(
            rotation.get(),
            start.get(),
            zone.orElse(teamZone),
            names,
            hours.orElse(null),
            from.orElse(null),
            until.orElse(null)));
  }

  private List<String> people(Section section) {
    List<String> names = new ArrayList<>();
    List<Value> values = section.values("people");
    if (!section.has("people")) {
      section.missing("people", "at least one person");
    } else if (values.isEmpty()) {
      problems.add(
          section.positionOf("people"),
          section.path() + ".people",
          "nobody",
          "at least one person");
    }
    for (Value value : values) {
      if (people.contains(value.text())) {
        names.add(value.text());
      } else {
        value.reject(RosterReader.oneOf("a person", value.text(), people));
      }
    }
    return names;
  }

  /**
   * Reads hours; whole days where no time is given.
   *
   * @param dayBegins when a whole day begins, and ends on the next day
   */
  Optional<Hours> hours(Section section, LocalTime dayBegins) {
    int before = problems.list().size();
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (Value value : section.values("days")) {
      value
          .as(LayerReader::day, "one of MON, TUE, WED, THU, FRI, SAT, SUN")
          .filter(day -> !days.add(day))
          .ifPresent(day -> value.reject("each day once"));
    }
    Optional<Value> from = section.value("from");
    Optional<Value> to = section.value("to");
    Optional<LocalTime> begin =
        from.flatMap(value -> value.as(LayerReader::time, "a time of day such as \"09:00\""));
    Optional<LocalTime> end =
        to.flatMap(
            value ->
                value.as(
                    text ->
                        text.equals("24:00")
                            ? Optional.of(LocalTime.MIDNIGHT)
                            : LayerReader.time(text),
                    "a time of day such as \"18:00\", at most \"24:00\""));
    if (from.isPresent() && to.isEmpty()) {
      section.missing("to", "the time at which the hours end");
    } else if (to.isPresent() && from.isEmpty()) {
      section.missing("from", "the time at which the hours begin");
    } else if (from.isEmpty() && days.isEmpty() && problems.list().size() == before) {
      section.reject("no hours", "days, or from and to, or both");
    }
    section.rejectOthers();
    if (problems.list().size() != before) {
      return Optional.empty();
    }
    return Optional.of(
        new Hours(
            days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
            begin.orElse(dayBegins),
            end.orElse(dayBegins)));
  }

  private static Optional<DayOfWeek> day(String text) {
    String wanted = text.toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (Hours.shortName(day).equals(wanted)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return TIME.matcher(text).matches() ? Optional.of(LocalTime.parse(text)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> dateTime(Value value) {
    return value.as(
        text -> {
          try {
            return DATE_TIME.matcher(text).matches()
                ? Optional.of(LocalDateTime.parse(text))
                    .filter(t -> t.getYear() >= FIRST_YEAR && t.getYear() <= LAST_YEAR)
                : Optional.empty();
          } catch (DateTimeParseException e) {
            return Optional.empty();
          }
        },
        LOCAL);
  }
}
