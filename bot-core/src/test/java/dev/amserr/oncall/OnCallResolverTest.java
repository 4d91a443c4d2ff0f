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
import static dev.amserr.oncall.TestTeams.slotCover;
import static dev.amserr.oncall.TestTeams.spelled;
import static dev.amserr.oncall.TestTeams.starts;
import static dev.amserr.oncall.TestTeams.team;
import static dev.amserr.oncall.TestTeams.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.time.Interval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnCallResolverTest {

  private static final Team WEEKLY =
      team("UTC", level("primary", layer("weekly", "2026-01-05T09:00", "UTC", "a", "b", "c")));

  @Test
  void every_active_layer_contributes_its_person_with_their_own_shift() {
    Team team =
        team(
            "UTC",
            level(
                "primary",
                during(layer("daily", "2026-01-05T09:00", "UTC", "a"), everyDay("09:00", "17:00")),
                during(
                    layer("daily", "2026-01-05T12:00", "UTC", "b"), everyDay("12:00", "20:00"))));

    OnCall onCall = onCall(team, Additions.none(), "2026-01-06T13:00:00Z").get(0);

    assertThat(onCall.shifts())
        .extracting(shift -> shift.person().id() + " " + shift.from() + " " + shift.until())
        .containsExactly(
            "a 2026-01-06T09:00:00Z 2026-01-06T17:00:00Z",
            "b 2026-01-06T12:00:00Z 2026-01-06T20:00:00Z");
    assertThat(next(onCall)).containsExactly("2026-01-07T09:00:00Z a");
  }

  @Test
  void whoever_joins_while_others_stay_is_next() {
    Team team =
        team(
            "UTC",
            level(
                "primary",
                layer("weekly", "2026-01-05T09:00", "UTC", "a"),
                during(
                    layer("daily", "2026-01-05T12:00", "UTC", "b"), everyDay("12:00", "20:00"))));

    OnCall onCall = onCall(team, Additions.none(), "2026-01-06T10:00:00Z").get(0);

    assertThat(next(onCall)).containsExactly("2026-01-06T12:00:00Z b");
  }

  @Test
  void several_who_begin_at_once_are_all_next() {
    Team team =
        team(
            "UTC",
            level(
                "primary",
                layer("weekly", "2026-01-05T09:00", "UTC", "a", "b"),
                layer("weekly", "2026-01-05T09:00", "UTC", "c", "d")));

    OnCall onCall = onCall(team, Additions.none(), "2026-01-06T10:00:00Z").get(0);

    assertThat(ids(onCall)).containsExactly("a", "c");
    assertThat(next(onCall)).containsExactly("2026-01-12T09:00:00Z b", "2026-01-12T09:00:00Z d");
  }

  @Test
  void a_person_on_two_layers_of_a_level_is_shown_once() {
    Team team =
        team(
            "UTC",
            level(
                "primary",
                layer("weekly", "2026-01-05T09:00", "UTC", "a"),
                layer("weekly", "2026-01-05T09:00", "UTC", "a")));

    assertThat(ids(onCall(team, Additions.none(), "2026-01-06T10:00:00Z").get(0)))
        .containsExactly("a");
  }

  @Test
  void a_person_on_two_levels_is_shown_at_the_lowest_and_the_other_level_warns() {
    Team team =
        team(
            "UTC",
            level("primary", layer("weekly", "2026-01-05T09:00", "UTC", "a", "b")),
            level("backup", layer("weekly", "2026-01-05T09:00", "UTC", "a")));

    TeamOnCall answer =
        resolver(team).at(team, Additions.none(), Instant.parse("2026-01-06T10:00:00Z"));

    LevelOnCall backup = answer.levels().get(1);
    assertThat(ids(answer.levels().get(0).onCall())).containsExactly("a");
    assertThat(ids(backup.onCall())).isEmpty();
    assertThat(backup.doubled()).extracting(Person::id).containsExactly("a");
    assertThat(next(backup.onCall())).containsExactly("2026-01-12T09:00:00Z a");
    assertThat(answer.warnings())
        .containsExactly(
            "A stands at primary and at backup at the same time; shown at the former only");
  }

  @Test
  void a_gap_before_anybody_ever_was_on_call_has_no_beginning() {
    OnCall.Gap gap = gap(onCall(WEEKLY, Additions.none(), "2026-01-01T00:00:00Z").get(0));

    assertThat(gap.since()).isNull();
    assertThat(gap.until()).isEqualTo("2026-01-05T09:00:00Z");
    assertThat(next(gap)).containsExactly("2026-01-05T09:00:00Z a");
  }

  @Test
  void a_gap_after_everybody_has_left_has_no_end_and_nobody_is_next() {
    Team team =
        team(
            "UTC",
            level(
                "primary",
                valid(
                    layer("weekly", "2026-01-05T09:00", "UTC", "a", "b"), "", "2026-02-01T09:00")));

    OnCall.Gap gap = gap(onCall(team, Additions.none(), "2031-01-01T00:00:00Z").get(0));

    assertThat(gap.since()).isEqualTo("2026-02-01T09:00:00Z");
    assertThat(gap.until()).isNull();
    assertThat(gap.next()).isEmpty();
  }

  @Test
  void somebody_alone_is_on_call_since_the_beginning_without_an_end_in_sight() {
    Team team = team("UTC", level("primary", layer("weekly", "2020-01-06T09:00", "UTC", "a")));

    OnCall onCall = onCall(team, Additions.none(), "2026-06-01T00:00:00Z").get(0);

    assertThat(starts(onCall.shifts())).containsExactly("2020-01-06T09:00:00Z a");
    assertThat(onCall.shifts().get(0).until()).isNull();
    assertThat(onCall.next()).isEmpty();
  }

  @Test
  void a_validity_that_begins_later_begins_with_the_first_person() {
    Team team =
        team(
            "UTC",
            level(
                "primary",
                valid(
                    layer("weekly", "2026-01-05T09:00", "UTC", "a", "b", "c"),
                    "2026-01-14T12:00",
                    "")));

    List<Segment> segments =
        resolver(team)
            .segments(
                team,
                0,
                Additions.none(),
                interval("2026-01-12T00:00:00Z", "2026-01-27T00:00:00Z"));

    assertThat(spelled(segments))
        .containsExactly(
            "2026-01-12T00:00:00Z -",
            "2026-01-14T12:00:00Z a",
            "2026-01-19T09:00:00Z b",
            "2026-01-26T09:00:00Z c");
  }

  @Test
  void a_validity_within_an_hour_that_clocks_skip_is_a_gap() {
    Team team =
        team(
            "Europe/London",
            level(
                "primary",
                valid(
                    layer("daily", "2026-03-29T01:15", "Europe/London", "a"),
                    "",
                    "2026-03-29T01:45")));

    OnCall.Gap gap = gap(onCall(team, Additions.none(), "2026-03-29T01:00:00Z").get(0));

    assertThat(gap.since()).isNull();
    assertThat(gap.until()).isNull();
  }

  @Test
  void a_friday_night_runs_into_saturday() {
    Team team =
        team(
            "UTC",
            level(
                "primary",
                during(
                    layer("daily", "2026-01-05T22:00", "UTC", "a"),
                    hours(WORKDAYS, "22:00", "06:00"))));

    List<Segment> segments =
        resolver(team)
            .segments(
                team,
                0,
                Additions.none(),
                interval("2026-01-09T12:00:00Z", "2026-01-12T23:00:00Z"));

    assertThat(spelled(segments))
        .containsExactly(
            "2026-01-09T12:00:00Z -",
            "2026-01-09T22:00:00Z a",
            "2026-01-10T06:00:00Z -",
            "2026-01-12T22:00:00Z a");
  }

  @Test
  void a_cover_of_the_slot_fills_a_gap_and_says_for_whom_it_stands_in() {
    Team team =
        team(
            "UTC",
            level(
                "primary",
                during(
                    layer("daily", "2026-01-05T09:00", "UTC", "a"), everyDay("09:00", "17:00"))));
    Additions covers = slotCover("2026-01-06T16:00:00Z", "2026-01-06T20:00:00Z", "b");

    OnCall during = onCall(team, covers, "2026-01-06T16:30:00Z").get(0);
    OnCall after = onCall(team, covers, "2026-01-06T19:00:00Z").get(0);

    assertThat(during.shifts()).extracting(s -> s.why().text()).containsExactly("cover 7 for A");
    assertThat(after.shifts())
        .extracting(s -> s.why().text())
        .containsExactly("cover 7 for the gap");
    assertThat(starts(after.shifts())).containsExactly("2026-01-06T16:00:00Z b");
  }

  @Test
  void a_cover_by_somebody_who_has_left_the_roster_is_a_gap_that_names_them() {
    Additions covers =
        Additions.covers(
            List.of(
                cover(
                    1,
                    "primary",
                    CoverScope.slot(),
                    "2026-01-06T00:00:00Z",
                    "2026-01-07T00:00:00Z",
                    "zoe")));

    TeamOnCall answer = resolver(WEEKLY).at(WEEKLY, covers, Instant.parse("2026-01-06T12:00:00Z"));

    assertThat(ids(answer.levels().get(0).onCall())).isEmpty();
    assertThat(answer.warnings())
        .containsExactly("unknown: zoe stands at primary, but in no roster; counted as a gap");
  }

  @Test
  void a_cover_of_another_team_or_of_a_level_that_is_gone_changes_nothing() {
    Cover other =
        new Cover(
            1,
            "encoder",
            "primary",
            CoverScope.slot(),
            interval("2026-01-06T00:00:00Z", "2026-01-07T00:00:00Z"),
            "b",
            Instant.EPOCH,
            "@x");
    Cover gone =
        cover(2, "old", CoverScope.slot(), "2026-01-06T00:00:00Z", "2026-01-07T00:00:00Z", "b");

    assertThat(
            ids(
                onCall(WEEKLY, Additions.covers(List.of(other, gone)), "2026-01-06T12:00:00Z")
                    .get(0)))
        .containsExactly("a");
  }

  @Test
  void shadows_are_shown_beside_the_levels_and_never_on_them() {
    Team plain = WEEKLY;
    Team team =
        new Team(
            plain.id(),
            plain.title(),
            plain.zone(),
            List.of(),
            plain.levels(),
            List.of(new Shadow("primary", layer("weekly", "2026-01-05T09:00", "UTC", "h", "g"))),
            List.of(),
            null);

    TeamOnCall answer =
        resolver(team).at(team, Additions.none(), Instant.parse("2026-01-06T10:00:00Z"));

    assertThat(ids(answer.levels().get(0).onCall())).containsExactly("a");
    assertThat(answer.firstInLine()).extracting(Person::id).containsExactly("a");
    assertThat(answer.shadows())
        .extracting(f -> f.of() + " " + f.shift().person().id() + " " + f.shift().until())
        .containsExactly("primary h 2026-01-12T09:00:00Z");
  }

  @Test
  void a_local_time_that_occurs_twice_is_answered_for_both() {
    Team team =
        team(
            "America/New_York",
            level("primary", layer("every 1 hour", "2026-11-01T00:30", "UTC", "a", "b")));

    List<TeamOnCall> answers =
        resolver(team).at(team, Additions.none(), LocalDateTime.parse("2026-11-01T01:30"));

    assertThat(answers)
        .extracting(answer -> answer.at() + " " + ids(answer.levels().get(0).onCall()))
        .containsExactly("2026-11-01T05:30:00Z [b]", "2026-11-01T06:30:00Z [a]");
  }

  @Test
  void an_expected_gap_is_marked_as_such() {
    Team plain =
        team(
            "UTC",
            level(
                "primary",
                during(
                    layer("weekly", "2026-01-05T00:00", "UTC", "a"),
                    hours(WORKDAYS, "00:00", "00:00"))));
    Team team =
        new Team(
            plain.id(),
            plain.title(),
            plain.zone(),
            List.of(),
            plain.levels(),
            List.of(),
            List.of(
                new Hours(
                    EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                    LocalTime.MIDNIGHT,
                    LocalTime.MIDNIGHT)),
            null);

    assertThat(gap(onCall(plain, Additions.none(), "2026-01-10T12:00:00Z").get(0)).expected())
        .isFalse();
    assertThat(gap(onCall(team, Additions.none(), "2026-01-10T12:00:00Z").get(0)).expected())
        .isTrue();
  }

  @Test
  void an_explanation_walks_through_layers_and_covers_to_the_answer() {
    Team team =
        team(
            "Europe/London",
            level(
                "primary",
                layer("weekly", "2026-01-05T09:00", "Europe/London", "a", "b"),
                during(
                    layer("daily", "2026-01-05T09:00", "Europe/London", "c"),
                    hours(EnumSet.of(DayOfWeek.SATURDAY), "09:00", "17:00"))));
    Additions covers =
        Additions.covers(
            List.of(
                cover(
                    1,
                    "primary",
                    CoverScope.of("a"),
                    "2026-01-06T00:00:00Z",
                    "2026-01-07T00:00:00Z",
                    "d"),
                cover(
                    2,
                    "primary",
                    CoverScope.of("b"),
                    "2026-01-06T00:00:00Z",
                    "2026-01-07T00:00:00Z",
                    "e")));

    Explanation explanation =
        resolver(team).explain(team, 0, covers, Instant.parse("2026-01-06T12:00:00Z"));

    assertThat(explanation.steps())
        .extracting(step -> step.text() + " => " + step.holders())
        .containsExactly(
            "layer 1 (weekly rotation from 2026-01-05T09:00 Europe/London): A (weekly rotation,"
                + " turn 0) => [a (A)]",
            "layer 2 (daily rotation from 2026-01-05T09:00 Europe/London, SAT 09:00–17:00): off"
                + " duty then => [a (A)]",
            "cover 1 (d for a, made by @x): D => [d (D)]",
            "cover 2 (e for b, made by @x): changes nothing, because that person is not on call"
                + " then => [d (D)]",
            "so: D => [d (D)]");
  }

  @Test
  void a_week_shows_every_level_from_monday_to_monday_of_the_team() {
    Team team =
        team(
            "Europe/London",
            level("primary", layer("weekly", "2026-01-07T09:00", "Europe/London", "a", "b")),
            level("backup", layer("weekly", "2026-01-07T09:00", "Europe/London", "c")));

    WeekPlan week =
        resolver(team).week(team, Additions.none(), Instant.parse("2026-03-29T12:00:00Z"));

    assertThat(week.monday()).isEqualTo(LocalDate.of(2026, 3, 23));
    assertThat(week.time()).isEqualTo(interval("2026-03-23T00:00:00Z", "2026-03-29T23:00:00Z"));
    assertThat(week.rows()).extracting(WeekPlan.Row::name).containsExactly("primary", "backup");
    assertThat(spelled(week.rows().get(0).segments()))
        .containsExactly("2026-03-23T00:00:00Z a", "2026-03-25T09:00:00Z b");
  }

  @Test
  void the_duties_of_a_person_come_from_all_teams_and_levels() {
    Team player = WEEKLY;
    Team encoder =
        Team.of(
            "encoder",
            player.zone(),
            List.of(
                level("primary", layer("weekly", "2026-01-05T09:00", "UTC", "d")),
                level("backup", layer("weekly", "2026-01-05T10:00", "UTC", "b", "a"))));
    OnCallResolver resolver = new OnCallResolver(rosters(player, encoder));
    Person a = Person.of("a", "A");

    List<Duty> duties =
        resolver.duties(
            a, team -> Additions.none(), interval("2026-01-05T00:00:00Z", "2026-01-20T00:00:00Z"));

    assertThat(duties)
        .extracting(duty -> duty.team().id() + " " + duty.level() + " " + duty.shift().from())
        .containsExactly(
            "player primary 2026-01-05T09:00:00Z", "encoder backup 2026-01-12T10:00:00Z");
  }

  @Test
  void upcoming_shifts_begin_with_the_present_one_uncut() {
    List<Shift> shifts =
        resolver(WEEKLY)
            .upcoming(WEEKLY, 0, Additions.none(), Instant.parse("2026-01-14T00:00:00Z"), 3);

    assertThat(starts(shifts))
        .containsExactly(
            "2026-01-12T09:00:00Z b", "2026-01-19T09:00:00Z c", "2026-01-26T09:00:00Z a");
    assertThat(shifts.get(2).until()).isEqualTo("2026-02-02T09:00:00Z");
  }

  @Test
  void a_calendar_names_people_by_id_or_name_and_covers_apply_to_it() {
    Team team = calendarTeam("UTC");
    Additions additions =
        new Additions(
            List.of(
                cover(
                    1,
                    Team.CALENDAR_LEVEL,
                    CoverScope.of("a"),
                    "2026-06-01T12:00:00Z",
                    "2026-06-02T00:00:00Z",
                    "d")),
            CalendarShifts.fresh(
                    List.of(
                        event("2026-06-01T09:00:00Z", "2026-06-02T09:00:00Z", " A "),
                        event("2026-06-02T09:00:00Z", "2026-06-03T09:00:00Z", "b")),
                    interval("2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z"))
                .agedBy(Duration.ofMinutes(200)));

    TeamOnCall answer = resolver(team).at(team, additions, Instant.parse("2026-06-01T13:00:00Z"));

    assertThat(ids(answer.levels().get(0).onCall())).containsExactly("d");
    assertThat(next(answer.levels().get(0).onCall())).containsExactly("2026-06-02T00:00:00Z a");
    assertThat(answer.stale()).isEqualTo("calendar 3 h old");
    assertThat(answer.warnings()).isEmpty();
  }

  @Test
  void an_instant_that_the_calendar_was_not_read_for_is_a_gap_with_a_warning() {
    Team team = calendarTeam("UTC");
    Additions additions =
        Additions.calendar(
            CalendarShifts.fresh(
                List.of(event("2026-06-01T09:00:00Z", "2026-06-02T09:00:00Z", "a")),
                interval("2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z")));

    TeamOnCall late = resolver(team).at(team, additions, Instant.parse("2026-08-01T00:00:00Z"));
    TeamOnCall never =
        resolver(team)
            .at(
                team,
                Additions.calendar(CalendarShifts.neverRead()),
                Instant.parse("2026-08-01T00:00:00Z"));

    assertThat(gap(late.levels().get(0).onCall()).since()).isEqualTo("2026-06-02T09:00:00Z");
    assertThat(late.warnings())
        .containsExactly(
            "the calendar was read from 2026-06-01T00:00:00Z to 2026-07-01T00:00:00Z only");
    assertThat(never.stale()).isEqualTo("calendar not read yet");
  }

  @ParameterizedTest
  @CsvSource({"1969-12-31T23:59:59Z", "2100-01-01T00:00:01Z"})
  void an_instant_beyond_the_supported_years_is_refused(Instant at) {
    OnCallResolver resolver = resolver(WEEKLY);

    assertThatThrownBy(() -> resolver.at(WEEKLY, Additions.none(), at))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2100-01-01");
  }

  @ParameterizedTest
  @CsvSource({"1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z"})
  void the_first_and_the_last_supported_instant_are_answered(Instant at) {
    Team hourly =
        team(
            "Europe/London",
            level(
                "primary",
                during(
                    layer("every 1 hour", "2026-01-05T09:00", "Europe/London", "a", "b"),
                    hours(WORKDAYS, "09:00", "18:00"))));

    TeamOnCall answer = resolver(hourly).at(hourly, Additions.none(), at);
    WeekPlan week = resolver(hourly).week(hourly, Additions.none(), at);

    assertThat(answer.levels()).hasSize(1);
    assertThat(week.time().contains(at)).isTrue();
  }

  @Test
  void all_levels_at_once_are_what_each_is_alone() {
    Team team =
        team(
            "UTC",
            level("primary", layer("daily", "2026-01-05T09:00", "UTC", "a", "b", "c")),
            level("secondary", layer("daily", "2026-01-05T09:00", "UTC", "b", "c", "a")),
            level("manager", layer("weekly", "2026-01-05T09:00", "UTC", "c", "d")));
    Additions covers = slotCover("2026-01-06T12:00:00Z", "2026-01-06T20:00:00Z", "d");
    Interval window = interval("2026-01-05T09:00:00Z", "2026-01-08T09:00:00Z");

    List<List<Segment>> all = resolver(team).segments(team, covers, window);

    assertThat(all).hasSize(3);
    for (int level = 0; level < all.size(); level++) {
      assertThat(all.get(level)).isEqualTo(resolver(team).segments(team, level, covers, window));
    }
    // Whoever stands at a lower level at the same time is left out.
    assertThat(spelled(all.get(2)))
        .containsExactly("2026-01-05T09:00:00Z c", "2026-01-06T09:00:00Z -");
  }

  @Test
  void a_team_of_other_rosters_is_refused() {
    Team other = team("UTC", level("primary", layer("daily", "2026-01-05T09:00", "UTC", "a")));
    OnCallResolver resolver = resolver(WEEKLY);
    Interval window = interval("2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z");

    assertThatThrownBy(() -> resolver.segments(other, 0, Additions.none(), window))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static OnCall.Gap gap(OnCall onCall) {
    return onCall.fold(
        assigned -> {
          throw new AssertionError("no gap, but " + assigned.people());
        },
        found -> found);
  }
}
