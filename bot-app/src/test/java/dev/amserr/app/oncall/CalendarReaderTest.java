package dev.amserr.app.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.oncall.Additions;
import dev.amserr.oncall.CalendarShifts;
import dev.amserr.oncall.CalendarSource.NamedBy;
import dev.amserr.oncall.Finding;
import dev.amserr.oncall.GapForecast;
import dev.amserr.oncall.OnCallResolver;
import dev.amserr.oncall.RosterReader;
import dev.amserr.oncall.Rosters;
import dev.amserr.oncall.Team;
import dev.amserr.time.Interval;
import dev.amserr.yaml.Problems;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarReaderTest {

  private static final Interval YEAR = interval("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");

  @Test
  void case_19_whole_days_are_those_of_the_team() {
    List<String> shifts =
        shifts(
            "Europe/Paris",
            event("SUMMARY:Ana", "DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260608"));

    assertThat(shifts).containsExactly("2026-05-31T22:00:00Z/2026-06-07T22:00:00Z Ana");
  }

  @ParameterizedTest
  @CsvSource({
    "P7D, 2026-11-03T15:00:00Z",
    "P1W, 2026-11-03T15:00:00Z",
    "PT168H, 2026-11-03T14:00:00Z"
  })
  void case_20_a_duration_in_days_keeps_the_time_of_day_and_one_in_hours_does_not(
      String duration, String firstEnd) {
    List<String> shifts =
        shifts(
            "UTC",
            event(
                "SUMMARY:Ana",
                "DTSTART;TZID=America/Chicago:20261027T090000",
                "DURATION:" + duration,
                "RRULE:FREQ=WEEKLY;COUNT=2"));

    assertThat(shifts.get(0)).isEqualTo("2026-10-27T14:00:00Z/" + firstEnd + " Ana");
    assertThat(shifts.get(1)).startsWith("2026-11-03T15:00:00Z/");
  }

  @Test
  void case_20_the_hour_that_168_hours_leave_is_reported_as_a_gap_with_its_cause() {
    Rosters rosters = rosters();
    Team team = rosters.teams().get("player");
    Interval window = interval("2026-10-28T00:00:00Z", "2026-11-08T00:00:00Z");
    CalendarShifts calendar =
        read(
            "America/Chicago",
            event(
                "SUMMARY:Ana",
                "DTSTART;TZID=America/Chicago:20261027T090000",
                "DURATION:PT168H",
                "RRULE:FREQ=WEEKLY"));

    List<Finding> findings =
        new GapForecast(rosters).of(team, Additions.calendar(calendar), window);

    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.time())
                  .isEqualTo(interval("2026-11-03T14:00:00Z", "2026-11-03T15:00:00Z"));
              assertThat(finding.text()).contains("America/Chicago", "2026-11-01");
            });
  }

  @Test
  void case_21_an_excluded_hour_is_a_gap_and_a_moved_one_stands_only_at_its_new_time() {
    List<String> shifts =
        shifts(
            "Europe/Berlin",
            event(
                "UID:1",
                "SUMMARY:Ana",
                "DTSTART;TZID=Europe/Berlin:20260601T090000",
                "DTEND;TZID=Europe/Berlin:20260601T100000",
                "RRULE:FREQ=DAILY;COUNT=4",
                "EXDATE;TZID=Europe/Berlin:20260602T090000"),
            event(
                "UID:1",
                "SUMMARY:Ben",
                "RECURRENCE-ID:20260603T070000Z",
                "DTSTART;TZID=Europe/Berlin:20260603T150000",
                "DTEND;TZID=Europe/Berlin:20260603T160000"));

    assertThat(shifts)
        .containsExactly(
            "2026-06-01T07:00:00Z/2026-06-01T08:00:00Z Ana",
            "2026-06-03T13:00:00Z/2026-06-03T14:00:00Z Ben",
            "2026-06-04T07:00:00Z/2026-06-04T08:00:00Z Ana");
  }

  @Test
  void case_22_somebody_unknown_is_named_and_counts_as_a_gap() {
    Rosters rosters = rosters();
    Team team = rosters.teams().get("player");
    CalendarShifts calendar =
        read("UTC", event("SUMMARY:bobb", "DTSTART:20260601T090000Z", "DTEND:20260601T100000Z"));

    var answer =
        new OnCallResolver(rosters)
            .at(team, Additions.calendar(calendar), Instant.parse("2026-06-01T09:30:00Z"));

    assertThat(answer.firstInLine()).isEmpty();
    assertThat(answer.warnings())
        .singleElement()
        .asString()
        .startsWith("unknown: bobb")
        .contains("counted as a gap");
  }

  @ParameterizedTest
  @CsvSource({
    "Romance Standard Time, 2026-06-01T07:00:00Z",
    "Pacific Standard Time, 2026-06-01T16:00:00Z",
    "/example.org/20260101/Europe/London, 2026-06-01T08:00:00Z",
    "Asia/Kolkata, 2026-06-01T03:30:00Z",
  })
  void a_zone_is_named_by_the_tz_database_or_by_windows(String tzid, String start) {
    assertThat(
            shifts(
                "UTC",
                event("SUMMARY:Ana", "DTSTART;TZID=" + tzid + ":20260601T090000", "DURATION:PT1H")))
        .singleElement()
        .asString()
        .startsWith(start);
  }

  @Test
  void a_zone_that_only_the_document_defines_is_taken_from_there() {
    String zone =
        """
        BEGIN:VTIMEZONE
        TZID:Our own zone
        BEGIN:STANDARD
        DTSTART:19701025T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:19700329T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        END:VTIMEZONE
        """;

    List<String> shifts =
        shifts(
            "UTC",
            zone,
            event("SUMMARY:Summer", "DTSTART;TZID=Our own zone:20260601T090000", "DURATION:PT1H"),
            event("SUMMARY:Winter", "DTSTART;TZID=Our own zone:20261201T090000", "DURATION:PT1H"));

    assertThat(shifts)
        .containsExactly(
            "2026-06-01T07:00:00Z/2026-06-01T08:00:00Z Summer",
            "2026-12-01T08:00:00Z/2026-12-01T09:00:00Z Winter");
  }

  @Test
  void a_time_without_a_zone_is_the_teams() {
    assertThat(
            shifts(
                "America/New_York",
                event("SUMMARY:Ana", "DTSTART:20260601T090000", "DURATION:PT1H")))
        .containsExactly("2026-06-01T13:00:00Z/2026-06-01T14:00:00Z Ana");
  }

  @Test
  void a_recurrence_keeps_its_time_of_day_over_clock_changes_and_ends_with_until_inclusive() {
    List<String> shifts =
        shifts(
            "UTC",
            event(
                "SUMMARY:Ana",
                "DTSTART;TZID=Europe/London:20261019T090000",
                "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY;UNTIL=20261102T090000Z"));

    assertThat(shifts)
        .extracting(shift -> shift.substring(0, 20))
        .containsExactly("2026-10-19T08:00:00Z", "2026-10-26T09:00:00Z", "2026-11-02T09:00:00Z");
  }

  @Test
  void a_wall_time_that_clocks_skip_is_the_moment_of_the_change() {
    assertThat(
            shifts(
                "Europe/London",
                event("SUMMARY:Ana", "DTSTART:20260329T013000", "DTEND:20260329T090000")))
        .containsExactly("2026-03-29T01:00:00Z/2026-03-29T08:00:00Z Ana");
  }

  @Test
  void a_cancelled_event_or_occurrence_is_none_and_the_last_version_counts() {
    List<String> shifts =
        shifts(
            "UTC",
            event(
                "UID:1",
                "SUMMARY:Gone",
                "STATUS:CANCELLED",
                "DTSTART:20260601T090000Z",
                "DURATION:PT1H"),
            event(
                "UID:2", "SEQUENCE:1", "SUMMARY:New", "DTSTART:20260602T090000Z", "DURATION:PT1H"),
            event(
                "UID:2", "SEQUENCE:0", "SUMMARY:Old", "DTSTART:20260602T080000Z", "DURATION:PT1H"),
            event(
                "UID:3",
                "SUMMARY:Ana",
                "DTSTART:20260603T090000Z",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY;COUNT=2"),
            event(
                "UID:3",
                "RECURRENCE-ID:20260604T090000Z",
                "STATUS:CANCELLED",
                "DTSTART:20260604T090000Z"));

    assertThat(shifts)
        .containsExactly(
            "2026-06-02T09:00:00Z/2026-06-02T10:00:00Z New",
            "2026-06-03T09:00:00Z/2026-06-03T10:00:00Z Ana");
  }

  @Test
  void attendees_name_the_people_where_that_is_asked_for() {
    String text =
        document(
            event(
                "SUMMARY:On call",
                "DTSTART:20260601T090000Z",
                "DURATION:PT1H",
                "ATTENDEE;CN=\"Ruiz, Ana\":mailto:ana@example.org",
                "ATTENDEE:mailto:ben@example.org"));

    CalendarReading reading =
        CalendarReader.read(text, ZoneId.of("UTC"), NamedBy.ATTENDEE, YEAR, System::nanoTime);

    assertThat(shiftsOf(reading).shifts())
        .extracting(shift -> shift.person())
        .containsExactlyInAnyOrder("Ruiz, Ana", "ben@example.org");
  }

  @Test
  void titles_are_read_without_escapes_and_unfolded() {
    assertThat(
            shifts(
                "UTC",
                event(
                    "SUMMARY:Ana\\, the\r\n  first", "DTSTART:20260601T090000Z", "DURATION:PT1H")))
        .containsExactly("2026-06-01T09:00:00Z/2026-06-01T10:00:00Z Ana, the first");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,1,2,3,4,5,6,7,8,9",
        "RRULE:FREQ=SOMETIMES",
        "RRULE:nonsense",
        "RDATE;VALUE=PERIOD:20260601T090000Z/PT1H",
        "EXRULE:FREQ=DAILY",
        "EXDATE:yesterday",
        "DURATION:soon",
        "DTEND;TZID=Mars/Base:20260601T100000",
      })
  void an_event_that_is_not_understood_is_named_and_the_others_are_read(String line) {
    CalendarShifts calendar =
        read(
            "UTC",
            event("SUMMARY:Bad", "DTSTART:20260601T090000Z", line),
            event("SUMMARY:Ana", "DTSTART:20260602T090000Z", "DURATION:PT1H"));

    assertThat(spelled(calendar)).contains("2026-06-02T09:00:00Z/2026-06-02T10:00:00Z Ana");
    assertThat(calendar.staleness())
        .startsWith("an event of the calendar could not be read, \"Bad at 20260601T090000Z\": it");
  }

  @Test
  void an_unknown_zone_is_named() {
    CalendarShifts calendar =
        read(
            "UTC", event("SUMMARY:Ana", "DTSTART;TZID=Mars/Base:20260601T090000", "DURATION:PT1H"));

    assertThat(calendar.staleness()).contains("its zone \"Mars/Base\" is unknown");
  }

  @Test
  void more_recurrences_than_allowed_are_refused() {
    String hourly = "RRULE:FREQ=HOURLY";
    CalendarReading reading =
        CalendarReader.read(
            document(
                event("UID:1", "SUMMARY:a", "DTSTART:20260101T000000Z", "DURATION:PT1H", hourly),
                event("UID:2", "SUMMARY:b", "DTSTART:20260101T000000Z", "DURATION:PT1H", hourly),
                event("UID:3", "SUMMARY:c", "DTSTART:20260101T000000Z", "DURATION:PT1H", hourly)),
            ZoneId.of("UTC"),
            NamedBy.SUMMARY,
            YEAR,
            System::nanoTime);

    assertThat(shiftsOf(reading).staleness()).contains("it recurs more than");
  }

  @Test
  void a_calendar_whose_recurrences_take_too_long_is_given_up() {
    long[] nanos = {0};
    CalendarReading reading =
        CalendarReader.read(
            document(
                event("UID:1", "SUMMARY:a", "DTSTART:20260101T000000Z", "DURATION:PT1H"),
                event("UID:2", "SUMMARY:b", "DTSTART:20260101T000000Z", "DURATION:PT1H")),
            ZoneId.of("UTC"),
            NamedBy.SUMMARY,
            YEAR,
            () -> nanos[0] += CalendarReader.LONGEST.toNanos());

    assertThat(reading)
        .isEqualTo(new CalendarReading.Unreadable("its recurrences take too long to work out"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=0;COUNT=1",
        "FREQ=YEARLY;INTERVAL=99999"
      })
  void a_rule_that_never_comes_true_ends_and_leaves_the_event_itself(String rule) {
    assertThat(
            shifts(
                "UTC",
                event("SUMMARY:Ana", "DTSTART:20260601T090000Z", "DURATION:PT1H", "RRULE:" + rule)))
        .containsExactly("2026-06-01T09:00:00Z/2026-06-01T10:00:00Z Ana");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>not found</html>", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n"})
  void what_is_no_calendar_is_unreadable(String text) {
    CalendarReading reading =
        CalendarReader.read(text, ZoneId.of("UTC"), NamedBy.SUMMARY, YEAR, System::nanoTime);

    assertThat(reading).isInstanceOf(CalendarReading.Unreadable.class);
  }

  private static Rosters rosters() {
    return RosterReader.read(
            "oncall.yaml",
            """
            people: {ana: {name: Ana}}
            teams: {player: {zone: America/Chicago, calendar: {file: team.ics}}}
            """,
            new Problems())
        .orElseThrow();
  }

  private static List<String> shifts(String zone, String... components) {
    return spelled(read(zone, components));
  }

  private static List<String> spelled(CalendarShifts calendar) {
    return calendar.shifts().stream().map(s -> s.time() + " " + s.person()).toList();
  }

  private static CalendarShifts read(String zone, String... components) {
    return shiftsOf(
        CalendarReader.read(
            document(components), ZoneId.of(zone), NamedBy.SUMMARY, YEAR, System::nanoTime));
  }

  private static CalendarShifts shiftsOf(CalendarReading reading) {
    return reading.fold(
        CalendarReading.Read::shifts,
        unreadable -> {
          throw new AssertionError(unreadable.why());
        });
  }

  private static String document(String... components) {
    return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n"
            + String.join("", components)
            + "END:VCALENDAR\n")
        .replaceAll("\r?\n", "\r\n");
  }

  private static String event(String... lines) {
    String uid =
        Arrays.stream(lines).anyMatch(l -> l.startsWith("UID:"))
            ? ""
            : "UID:" + Arrays.hashCode(lines) + "\n";
    return "BEGIN:VEVENT\n" + uid + String.join("\n", lines) + "\nEND:VEVENT\n";
  }

  private static Interval interval(String from, String until) {
    return new Interval(Instant.parse(from), Instant.parse(until));
  }
}
