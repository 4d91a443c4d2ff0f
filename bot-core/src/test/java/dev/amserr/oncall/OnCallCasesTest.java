package dev.amserr.oncall;

import static dev.amserr.oncall.TestTeams.WORKDAYS;
import static dev.amserr.oncall.TestTeams.calendarTeam;
import static dev.amserr.oncall.TestTeams.cover;
import static dev.amserr.oncall.TestTeams.during;
import static dev.amserr.oncall.TestTeams.event;
import static dev.amserr.oncall.TestTeams.everyDay;
import static dev.amserr.oncall.TestTeams.hours;
import static dev.amserr.oncall.TestTeams.ids;
import static dev.amserr.oncall.TestTeams.interval;
import static dev.amserr.oncall.TestTeams.layer;
import static dev.amserr.oncall.TestTeams.level;
import static dev.amserr.oncall.TestTeams.next;
import static dev.amserr.oncall.TestTeams.onCall;
import static dev.amserr.oncall.TestTeams.resolver;
import static dev.amserr.oncall.TestTeams.rosters;
import static dev.amserr.oncall.TestTeams.spelled;
import static dev.amserr.oncall.TestTeams.starts;
import static dev.amserr.oncall.TestTeams.team;
import static dev.amserr.oncall.TestTeams.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.time.Interval;
import dev.amserr.time.LocalTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The numbered cases of the on-call specification, with its expected values. Case 14 is tested with
 * the rules of covers, case 18 with the bad rosters; cases 19 to 22 begin where the calendar has
 * been read.
 */
class OnCallCasesTest {

  private static final Team NEW_YORK =
      team(
          "America/New_York",
          level("primary", layer("weekly", "2026-01-05T09:00", "America/New_York", "a", "b", "c")));
  private static final Team LONDON =
      team(
          "Europe/London",
          level("primary", layer("weekly", "2026-01-05T09:00", "Europe/London", "a", "b", "c")));
  private static final Team AROUND_THE_WORLD =
      team(
          "Europe/London",
          level(
              "primary",
              during(
                  layer("daily", "2026-01-05T08:00", "Europe/London", "a"),
                  everyDay("08:00", "16:00")),
              during(
                  layer("daily", "2026-01-05T11:00", "America/New_York", "b"),
                  everyDay("11:00", "19:00")),
              during(
                  layer("daily", "2026-01-05T11:00", "Australia/Sydney", "c"),
                  everyDay("11:00", "19:00"))));

  /** Cases 11 and 13: A for a week, then B for a week. */
  private static final Team TWO_WEEKS =
      team(
          "UTC",
          level(
              "day",
              valid(layer("weekly", "2026-06-01T09:00", "UTC", "a", "b"), "", "2026-06-15T09:00")));

  @ParameterizedTest
  @CsvSource({
    "2026-03-09T12:59:59.999Z, c",
    "2026-03-09T13:00:00Z, a",
    "2026-03-09T13:30:00Z, a",
  })
  void case_1_a_week_of_167_hours_ends_at_the_local_time(String at, String expected) {
    assertThat(ids(onCall(NEW_YORK, Additions.none(), at).get(0))).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"2026-10-26T08:30:00Z, c", "2026-10-26T09:00:00Z, a"})
  void case_2_a_week_of_169_hours_ends_at_the_local_time(String at, String expected) {
    assertThat(ids(onCall(LONDON, Additions.none(), at).get(0))).containsExactly(expected);
  }

  @Test
  void case_3_a_hand_off_that_does_not_exist_is_at_the_clock_change() {
    Team team =
        team(
            "UTC", level("primary", layer("daily", "2026-03-28T01:30", "Europe/London", "a", "b")));

    List<Segment> segments = segments(team, "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z");

    assertThat(spelled(segments))
        .containsExactly("2026-03-28T12:00:00Z a", "2026-03-29T01:00:00Z b");
  }

  @Test
  void case_4_a_hand_off_that_occurs_twice_is_made_once_at_the_first() {
    Team team =
        team(
            "UTC",
            level("primary", layer("daily", "2026-10-31T01:30", "America/New_York", "a", "b")));

    List<Segment> segments = segments(team, "2026-10-31T00:00:00Z", "2026-11-02T12:00:00Z");

    assertThat(spelled(segments))
        .containsExactly(
            "2026-10-31T00:00:00Z -",
            "2026-10-31T05:30:00Z a",
            "2026-11-01T05:30:00Z b",
            "2026-11-02T06:30:00Z a");
  }

  @Test
  void case_5_a_midnight_that_does_not_exist_is_at_the_clock_change() {
    Team team =
        team("UTC", level("primary", layer("daily", "2026-04-23T00:00", "Africa/Cairo", "a", "b")));

    List<Segment> segments = segments(team, "2026-04-23T12:00:00Z", "2026-04-24T12:00:00Z");

    assertThat(spelled(segments))
        .containsExactly("2026-04-23T12:00:00Z a", "2026-04-23T22:00:00Z b");
  }

  @Test
  void case_6_at_the_hand_off_the_next_person_is_on_call_alone() {
    assertThat(ids(onCall(LONDON, Additions.none(), "2026-01-12T09:00:00Z").get(0)))
        .containsExactly("b");
  }

  @Test
  void case_7_follow_the_sun_has_a_gap_and_an_overlap_when_one_clock_has_changed() {
    List<Finding> findings =
        findings(
            AROUND_THE_WORLD, Additions.none(), "2026-03-16T00:00:00Z", "2026-03-17T00:00:00Z");

    assertThat(findings)
        .extracting(f -> f.kind() + " " + f.time() + " " + f.people() + " " + f.causes())
        .containsExactly(
            "GAP 2026-03-16T23:00:00Z/2026-03-17T00:00:00Z []"
                + " [the clocks of America/New_York change from -05:00 to -04:00 on 2026-03-08]",
            "OVERLAP 2026-03-16T15:00:00Z/2026-03-16T16:00:00Z [a (A), b (B)]"
                + " [the clocks of America/New_York change from -05:00 to -04:00 on 2026-03-08]");
  }

  @Test
  void case_8_follow_the_sun_has_more_of_them_when_all_clocks_have_changed() {
    List<Finding> findings =
        findings(
            AROUND_THE_WORLD, Additions.none(), "2026-04-15T00:00:00Z", "2026-04-16T00:00:00Z");

    assertThat(findings)
        .extracting(f -> f.kind() + " " + f.time() + " " + f.people())
        .containsExactly(
            "GAP 2026-04-15T00:00:00Z/2026-04-15T01:00:00Z []",
            "GAP 2026-04-15T23:00:00Z/2026-04-16T00:00:00Z []",
            "OVERLAP 2026-04-15T07:00:00Z/2026-04-15T09:00:00Z [a (A), c (C)]");
  }

  @Test
  void case_9_a_monthly_rotation_counts_from_its_anchor() {
    Team team =
        team(
            "Europe/Paris",
            level("primary", layer("monthly", "2026-01-31T09:00", "Europe/Paris", "a", "b")));

    List<Segment> segments = segments(team, "2026-01-31T08:00:00Z", "2026-07-01T00:00:00Z");

    assertThat(segments)
        .extracting(segment -> segment.time().from().toString())
        .containsExactly(
            "2026-01-31T08:00:00Z",
            "2026-02-28T08:00:00Z",
            "2026-03-31T07:00:00Z",
            "2026-04-30T07:00:00Z",
            "2026-05-31T07:00:00Z",
            "2026-06-30T07:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T00:00, 00:00, 00:00",
    "2026-01-05T09:00, 09:00, 09:00",
    "2026-01-05T09:00, 09:00, 18:00",
    "2026-01-05T20:00, 22:00, 06:00",
  })
  void case_10_people_advance_over_served_turns_only(String start, String from, String to) {
    String[] people = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"};
    Layer daily = during(layer("daily", start, "UTC", people), hours(WORKDAYS, from, to));
    Team team = team("UTC", level("primary", daily));
    Instant begin = Instant.parse("2026-01-05T00:00:00Z");

    List<Segment> segments =
        resolver(team)
            .segments(
                team, 0, Additions.none(), new Interval(begin, begin.plus(Duration.ofDays(364))));

    Map<String, Integer> turns = new LinkedHashMap<>();
    segments.stream()
        .flatMap(segment -> segment.people().stream())
        .forEach(person -> turns.merge(person.id(), 1, Integer::sum));
    Map<String, Integer> expected = new LinkedHashMap<>();
    for (int i = 0; i < people.length; i++) {
      expected.put(people[i], i < 8 ? 19 : 18);
    }
    assertThat(turns).isEqualTo(expected);
  }

  @Test
  void case_11_a_cover_of_a_cover() {
    Additions covers =
        covers(
            cover(
                1, "day", CoverScope.of("a"), "2026-06-02T00:00:00Z", "2026-06-04T00:00:00Z", "b"),
            cover(
                2, "day", CoverScope.of("b"), "2026-06-03T12:00:00Z", "2026-06-03T18:00:00Z", "c"));

    List<Segment> segments =
        resolver(TWO_WEEKS)
            .segments(
                TWO_WEEKS, 0, covers, interval("2026-06-01T09:00:00Z", "2026-06-15T09:00:00Z"));

    assertThat(spelled(segments))
        .containsExactly(
            "2026-06-01T09:00:00Z a",
            "2026-06-02T00:00:00Z b",
            "2026-06-03T12:00:00Z c",
            "2026-06-03T18:00:00Z b",
            "2026-06-04T00:00:00Z a",
            "2026-06-08T09:00:00Z b");
  }

  @Test
  void case_12_a_cover_stays_on_its_level() {
    Team team =
        team(
            "UTC",
            level("day", layer("weekly", "2026-06-01T09:00", "UTC", "a")),
            level("backup", layer("weekly", "2026-06-01T09:00", "UTC", "a")));
    Additions covers =
        covers(
            cover(
                1, "day", CoverScope.of("a"), "2026-06-02T00:00:00Z", "2026-06-04T00:00:00Z", "d"));

    TeamOnCall answer = resolver(team).at(team, covers, Instant.parse("2026-06-03T00:00:00Z"));

    assertThat(answer.levels())
        .extracting(level -> ids(level.onCall()))
        .containsExactly(List.of("d"), List.of("a"));
    assertThat(answer.warnings()).isEmpty();
  }

  @Test
  void case_13_a_cover_of_a_person_ends_with_the_shift_of_that_person() {
    Additions covers =
        covers(
            cover(
                1, "day", CoverScope.of("a"), "2026-06-07T12:00:00Z", "2026-06-08T12:00:00Z", "c"));

    List<Segment> segments =
        resolver(TWO_WEEKS)
            .segments(
                TWO_WEEKS, 0, covers, interval("2026-06-07T12:00:00Z", "2026-06-09T00:00:00Z"));

    assertThat(spelled(segments))
        .containsExactly("2026-06-07T12:00:00Z c", "2026-06-08T09:00:00Z b");
  }

  @Test
  void case_13_a_cover_of_the_slot_lasts_until_its_own_end() {
    Additions covers =
        covers(
            cover(
                1, "day", CoverScope.slot(), "2026-06-07T12:00:00Z", "2026-06-08T12:00:00Z", "c"));

    List<Segment> segments =
        resolver(TWO_WEEKS)
            .segments(
                TWO_WEEKS, 0, covers, interval("2026-06-07T12:00:00Z", "2026-06-09T00:00:00Z"));

    assertThat(spelled(segments))
        .containsExactly("2026-06-07T12:00:00Z c", "2026-06-08T12:00:00Z b");
  }

  @Test
  void case_15_a_new_person_does_not_move_the_present_shift() {
    Layer before = LONDON.levels().get(0).layers().get(0);
    Instant now = Instant.parse("2026-06-10T12:00:00Z");

    List<Layer> after = before.withPeople(List.of("a", "b", "c", "d"), now);

    Team team = team("Europe/London", new Level("primary", after));
    assertThat(starts(resolver(team).upcoming(team, 0, Additions.none(), now, 4)))
        .containsExactly(
            "2026-06-08T08:00:00Z b",
            "2026-06-15T08:00:00Z c",
            "2026-06-22T08:00:00Z d",
            "2026-06-29T08:00:00Z a");
  }

  @Test
  void case_16_a_gap_says_since_when_until_when_who_is_next_and_whom_to_ask() {
    Team team =
        team(
            "Europe/Berlin",
            level(
                "primary",
                during(
                    layer("weekly", "2026-01-05T09:00", "Europe/Berlin", "a", "b"),
                    hours(WORKDAYS, "09:00", "18:00"))),
            level("backup", layer("weekly", "2026-01-05T09:00", "Europe/Berlin", "d", "e")));

    TeamOnCall answer =
        resolver(team).at(team, Additions.none(), Instant.parse("2026-05-16T10:00:00Z"));

    LevelOnCall primary = answer.levels().get(0);
    OnCall.Gap gap = primary.onCall().fold(assigned -> null, found -> found);
    assertThat(gap).isNotNull();
    assertThat(gap.since()).isEqualTo("2026-05-15T16:00:00Z");
    assertThat(gap.until()).isEqualTo("2026-05-18T07:00:00Z");
    assertThat(next(gap)).containsExactly("2026-05-18T07:00:00Z b");
    assertThat(answer.fallback(primary)).map(LevelOnCall::name).contains("backup");
  }

  @Test
  void case_17_the_night_of_a_clock_change_is_as_long_as_it_is() {
    Team team =
        team(
            "Europe/Berlin",
            level(
                "primary",
                during(
                    layer("daily", "2026-03-01T22:00", "Europe/Berlin", "a"),
                    everyDay("22:00", "06:00"))));

    List<Shift> shifts = onCall(team, Additions.none(), "2026-03-29T00:30:00Z").get(0).shifts();

    assertThat(shifts).hasSize(1);
    assertThat(shifts.get(0).from()).isEqualTo("2026-03-28T21:00:00Z");
    assertThat(shifts.get(0).until()).isEqualTo("2026-03-29T04:00:00Z");
  }

  @Test
  void case_19_whole_days_of_a_calendar_are_those_of_the_zone_of_the_team() {
    Team team = calendarTeam("Europe/Paris");
    Instant from = LocalTimes.toInstant(LocalDate.of(2026, 6, 1).atStartOfDay(), team.zone());
    Instant until = LocalTimes.toInstant(LocalDate.of(2026, 6, 8).atStartOfDay(), team.zone());
    Additions calendar = calendar(new CalendarShift(new Interval(from, until), "A"));

    List<Shift> shifts = onCall(team, calendar, "2026-06-03T00:00:00Z").get(0).shifts();

    assertThat(starts(shifts)).containsExactly("2026-05-31T22:00:00Z a");
    assertThat(shifts.get(0).until()).isEqualTo("2026-06-07T22:00:00Z");
  }

  @Test
  void case_20_an_event_of_168_hours_leaves_a_gap_that_the_clock_change_explains() {
    Additions calendar =
        calendar(
            event("2026-10-27T14:00:00Z", "2026-11-03T14:00:00Z", "a"),
            event("2026-11-03T15:00:00Z", "2026-11-10T15:00:00Z", "b"));

    List<Finding> findings =
        findings(
            calendarTeam("America/Chicago"),
            calendar,
            "2026-10-28T00:00:00Z",
            "2026-11-10T00:00:00Z");

    assertThat(findings)
        .extracting(f -> f.kind() + " " + f.time() + " " + f.text())
        .containsExactly(
            "GAP 2026-11-03T14:00:00Z/2026-11-03T15:00:00Z nobody, because the clocks of"
                + " America/Chicago change from -05:00 to -06:00 on 2026-11-01");
  }

  @Test
  void case_20_an_event_of_seven_days_leaves_no_gap() {
    Additions calendar =
        calendar(
            event("2026-10-27T14:00:00Z", "2026-11-03T15:00:00Z", "a"),
            event("2026-11-03T15:00:00Z", "2026-11-10T15:00:00Z", "b"));

    List<Finding> findings =
        findings(
            calendarTeam("America/Chicago"),
            calendar,
            "2026-10-28T00:00:00Z",
            "2026-11-10T00:00:00Z");

    assertThat(findings).isEmpty();
  }

  @Test
  void case_21_an_excluded_hour_is_a_gap_and_a_moved_one_stands_at_its_new_time_only() {
    Team team = calendarTeam("UTC");
    Additions calendar =
        calendar(
            event("2026-06-01T09:00:00Z", "2026-06-01T10:00:00Z", "a"),
            event("2026-06-03T14:00:00Z", "2026-06-03T15:00:00Z", "a"));

    List<Segment> segments =
        resolver(team)
            .segments(team, 0, calendar, interval("2026-06-01T09:00:00Z", "2026-06-04T00:00:00Z"));

    assertThat(spelled(segments))
        .containsExactly(
            "2026-06-01T09:00:00Z a",
            "2026-06-01T10:00:00Z -",
            "2026-06-03T14:00:00Z a",
            "2026-06-03T15:00:00Z -");
  }

  @Test
  void case_22_an_unknown_person_is_named_and_counts_as_a_gap() {
    Team team = calendarTeam("UTC");
    Additions calendar = calendar(event("2026-06-01T09:00:00Z", "2026-06-02T09:00:00Z", "bobb"));

    TeamOnCall answer = resolver(team).at(team, calendar, Instant.parse("2026-06-01T12:00:00Z"));
    List<Finding> findings =
        findings(team, calendar, "2026-06-01T09:00:00Z", "2026-06-02T09:00:00Z");

    assertThat(answer.levels().get(0).onCall().shifts()).isEmpty();
    assertThat(answer.warnings())
        .containsExactly("unknown: bobb stands at primary, but in no roster; counted as a gap");
    assertThat(findings).extracting(Finding::text).containsExactly("nobody (unknown: bobb)");
  }

  @Test
  void case_23_touching_shifts_of_one_person_are_one() {
    Team team =
        team(
            "UTC",
            level("primary", layer("every 1 hour", "2026-06-01T09:00", "UTC", "a", "a", "b")));

    OnCall onCall = onCall(team, Additions.none(), "2026-06-01T09:30:00Z").get(0);

    assertThat(onCall.shifts())
        .extracting(Shift::until)
        .containsExactly(Instant.parse("2026-06-01T11:00:00Z"));
    assertThat(next(onCall)).containsExactly("2026-06-01T11:00:00Z b");
  }

  private static List<Segment> segments(Team team, String from, String until) {
    return resolver(team).segments(team, 0, Additions.none(), interval(from, until));
  }

  private static List<Finding> findings(Team team, Additions additions, String from, String until) {
    return new GapForecast(rosters(team)).of(team, additions, interval(from, until));
  }

  private static Additions covers(Cover... covers) {
    return Additions.covers(List.of(covers));
  }

  private static Additions calendar(CalendarShift... shifts) {
    return Additions.calendar(
        CalendarShifts.fresh(
            List.of(shifts), interval("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")));
  }
}
