package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Short spellings for rosters in tests. A person's id is one letter, the name its capital. */
final class TestTeams {

  static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private TestTeams() {}

  static Layer layer(String rotation, String start, String zone, String... people) {
    return Layer.of(
        Rotation.parse(rotation).orElseThrow(),
        LocalDateTime.parse(start),
        ZoneId.of(zone),
        List.of(people));
  }

  static Layer during(Layer layer, Hours hours) {
    return new Layer(
        layer.rotation(),
        layer.start(),
        layer.zone(),
        layer.people(),
        hours,
        layer.from(),
        layer.until());
  }

  /** A layer with a validity; empty text for none. */
  static Layer valid(Layer layer, String from, String until) {
    return layer.with(
        layer.people(),
        from.isEmpty() ? null : LocalDateTime.parse(from),
        until.isEmpty() ? null : LocalDateTime.parse(until));
  }

  static Hours hours(Set<DayOfWeek> days, String from, String to) {
    return new Hours(days, LocalTime.parse(from), LocalTime.parse(to));
  }

  static Hours everyDay(String from, String to) {
    return hours(EnumSet.allOf(DayOfWeek.class), from, to);
  }

  static Level level(String name, Layer... layers) {
    return new Level(name, List.of(layers));
  }

  /** A team {@code player}. */
  static Team team(String zone, Level... levels) {
    return Team.of("player", ZoneId.of(zone), List.of(levels));
  }

  /** A team {@code player} with a calendar. */
  static Team calendarTeam(String zone) {
    return new Team(
        "player",
        "player",
        ZoneId.of(zone),
        List.of(),
        List.of(new Level(Team.CALENDAR_LEVEL, List.of())),
        List.of(),
        List.of(),
        new CalendarSource("", "team.ics", Duration.ofMinutes(15), CalendarSource.NamedBy.SUMMARY));
  }

  /** Rosters of those teams and of the people a to n. */
  static Rosters rosters(Team... teams) {
    Map<String, Person> people = new LinkedHashMap<>();
    for (char c = 'a'; c <= 'n'; c++) {
      String id = String.valueOf(c);
      people.put(id, Person.of(id, id.toUpperCase(Locale.ROOT)));
    }
    Map<String, Team> byId = new LinkedHashMap<>();
    Arrays.stream(teams).forEach(team -> byId.put(team.id(), team));
    return new Rosters(people, byId, "");
  }

  static OnCallResolver resolver(Team team) {
    return new OnCallResolver(rosters(team));
  }

  /** A cover of the team {@code player}. */
  static Cover cover(
      long id, String level, CoverScope scope, String from, String until, String by) {
    return new Cover(
        id,
        "player",
        level,
        scope,
        interval(from, until),
        by,
        Instant.parse("2026-01-01T00:00:00Z"),
        "@x");
  }

  /** Cover 7: somebody stands in for whoever is primary. */
  static Additions slotCover(String from, String until, String by) {
    return Additions.covers(List.of(cover(7, "primary", CoverScope.slot(), from, until, by)));
  }

  static CalendarShift event(String from, String until, String person) {
    return new CalendarShift(interval(from, until), person);
  }

  static Interval interval(String from, String until) {
    return new Interval(Instant.parse(from), Instant.parse(until));
  }

  /** Who is on call at an instant, by level. */
  static List<OnCall> onCall(Team team, Additions additions, String at) {
    return resolver(team).at(team, additions, Instant.parse(at)).levels().stream()
        .map(LevelOnCall::onCall)
        .toList();
  }

  static List<String> ids(OnCall onCall) {
    return onCall.shifts().stream().map(shift -> shift.person().id()).toList();
  }

  /** Each segment as its start and its people: {@code "2026-06-01T09:00:00Z a+b"}. */
  static List<String> spelled(List<Segment> segments) {
    return segments.stream()
        .map(segment -> segment.time().from() + " " + spelled(segment.people()))
        .toList();
  }

  private static String spelled(Iterable<Person> people) {
    StringBuilder text = new StringBuilder();
    people.forEach(person -> text.append(text.isEmpty() ? "" : "+").append(person.id()));
    return text.isEmpty() ? "-" : text.toString();
  }

  static List<String> next(OnCall onCall) {
    return onCall.next().stream().map(next -> next.from() + " " + next.person().id()).toList();
  }

  /** Each shift as its start and its person. */
  static List<String> starts(List<Shift> shifts) {
    return shifts.stream().map(shift -> shift.from() + " " + shift.person().id()).toList();
  }
}
