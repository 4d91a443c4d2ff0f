package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes rosters and covers of a seed, all of them on whole minutes. */
final class RandomRosters {

  static final List<String> PEOPLE = List.of("a", "b", "c", "d", "e", "f", "g");

  /**
   * Zones with every habit there is: half hours, changes at midnight, by 30 minutes, in Ramadan.
   */
  static final List<String> ZONES =
      List.of(
          "UTC",
          "Africa/Cairo",
          "Africa/Casablanca",
          "Africa/El_Aaiun",
          "Africa/Johannesburg",
          "Africa/Lagos",
          "Africa/Nairobi",
          "America/Anchorage",
          "America/Argentina/Buenos_Aires",
          "America/Asuncion",
          "America/Bogota",
          "America/Caracas",
          "America/Chicago",
          "America/Denver",
          "America/Godthab",
          "America/Halifax",
          "America/Havana",
          "America/Los_Angeles",
          "America/Mexico_City",
          "America/New_York",
          "America/Nuuk",
          "America/Phoenix",
          "America/Santiago",
          "America/Sao_Paulo",
          "America/Scoresbysund",
          "America/St_Johns",
          "America/Tijuana",
          "America/Toronto",
          "Antarctica/Troll",
          "Asia/Amman",
          "Asia/Beirut",
          "Asia/Dhaka",
          "Asia/Dubai",
          "Asia/Gaza",
          "Asia/Jerusalem",
          "Asia/Kathmandu",
          "Asia/Kolkata",
          "Asia/Nicosia",
          "Asia/Seoul",
          "Asia/Shanghai",
          "Asia/Singapore",
          "Asia/Tehran",
          "Asia/Tokyo",
          "Atlantic/Azores",
          "Australia/Adelaide",
          "Australia/Brisbane",
          "Australia/Eucla",
          "Australia/Lord_Howe",
          "Australia/Sydney",
          "Europe/Berlin",
          "Europe/Chisinau",
          "Europe/Dublin",
          "Europe/Istanbul",
          "Europe/Lisbon",
          "Europe/London",
          "Europe/Madrid",
          "Pacific/Auckland",
          "Pacific/Chatham",
          "Pacific/Easter",
          "Pacific/Norfolk");

  private static final List<String> ROTATIONS =
      List.of(
          "daily",
          "weekly",
          "monthly",
          "every 2 days",
          "every 3 days",
          "every 2 weeks",
          "every 1 hour",
          "every 5 hours",
          "every 12 hours",
          "every 36 hours");

  // Where clock changes are at home, and where people hand over.
  private static final List<LocalTime> TIMES =
      List.of(
          LocalTime.of(0, 0),
          LocalTime.of(0, 30),
          LocalTime.of(1, 0),
          LocalTime.of(1, 30),
          LocalTime.of(2, 0),
          LocalTime.of(2, 15),
          LocalTime.of(2, 45),
          LocalTime.of(3, 0),
          LocalTime.of(9, 0),
          LocalTime.of(18, 0),
          LocalTime.of(22, 0),
          LocalTime.of(23, 30));

  private final Random random;
  private final LocalDate begin;
  private final int days;

  /**
   * Prepares a roster.
   *
   * @param begin about the first day of interest
   * @param days how many days are of interest
   */
  RandomRosters(long seed, LocalDate begin, int days) {
    this.random = new Random(seed);
    this.begin = begin;
    this.days = days;
  }

  /**
   * A team {@code player} in a zone, with 1 to 3 levels of 1 to 3 layers; some layers have a zone
   * of their own.
   */
  Team team(String zone) {
    List<Level> levels = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      List<Layer> layers = new ArrayList<>();
      int layerCount = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
      for (int j = 0; j < layerCount; j++) {
        layers.add(layer(random.nextInt(5) == 0 ? pick(ZONES) : zone));
      }
      levels.add(new Level("level" + i, layers));
    }
    return Team.of("player", ZoneId.of(zone), levels);
  }

  private Layer layer(String zone) {
    LocalDateTime start = begin.plusDays(random.nextInt(60) - 20L).atTime(time());
    LocalDateTime from = random.nextInt(4) == 0 ? start.plusHours(random.nextInt(900)) : null;
    LocalDateTime until =
        random.nextInt(4) == 0 ? start.plusDays(60 + random.nextInt(days)).with(time()) : null;
    List<String> people = new ArrayList<>(PEOPLE);
    Collections.shuffle(people, random);
    people = new ArrayList<>(people.subList(0, 1 + random.nextInt(PEOPLE.size())));
    if (random.nextInt(6) == 0) {
      people.add(people.get(0));
    }
    return new Layer(
        Rotation.parse(pick(ROTATIONS)).orElseThrow(),
        start,
        ZoneId.of(zone),
        people,
        hours(),
        from,
        until);
  }

  private @Nullable Hours hours() {
    if (random.nextBoolean()) {
      return null;
    }
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    weekdays.add(pick(List.of(DayOfWeek.values())));
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(3) > 0) {
        weekdays.add(day);
      }
    }
    return new Hours(weekdays, time(), time());
  }

  private LocalTime time() {
    return random.nextInt(4) == 0
        ? LocalTime.of(random.nextInt(24), random.nextInt(60))
        : pick(TIMES);
  }

  /** Up to 8 covers of a team, of either scope, that may overlap. */
  List<Cover> covers(Team team) {
    List<Cover> covers = new ArrayList<>();
    int count = random.nextInt(9);
    Instant first = Instant.ofEpochSecond(begin.toEpochDay() * 86_400);
    for (int i = 0; i < count; i++) {
      Instant from = first.plus(random.nextInt(days * 24 * 60), ChronoUnit.MINUTES);
      covers.add(
          new Cover(
              i + 1L,
              team.id(),
              pick(team.levels()).name(),
              random.nextBoolean() ? CoverScope.slot() : CoverScope.of(pick(PEOPLE)),
              new Interval(from, from.plus(1 + random.nextInt(60 * 24 * 90), ChronoUnit.MINUTES)),
              pick(PEOPLE),
              first,
              "@x"));
    }
    return covers;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
