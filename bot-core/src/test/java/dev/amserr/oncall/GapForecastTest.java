package dev.amserr.oncall;

import static dev.amserr.oncall.TestTeams.WORKDAYS;
import static dev.amserr.oncall.TestTeams.during;
import static dev.amserr.oncall.TestTeams.everyDay;
import static dev.amserr.oncall.TestTeams.hours;
import static dev.amserr.oncall.TestTeams.interval;
import static dev.amserr.oncall.TestTeams.layer;
import static dev.amserr.oncall.TestTeams.level;
import static dev.amserr.oncall.TestTeams.rosters;
import static dev.amserr.oncall.TestTeams.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.time.Interval;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapForecastTest {

  /** Somebody by day, nobody at night. */
  private static final Team BY_DAY =
      team(
          "Europe/Berlin",
          level(
              "primary",
              during(
                  layer("daily", "2026-01-05T09:00", "Europe/Berlin", "a"),
                  everyDay("09:00", "18:00"))));

  private static final Interval WEEK = interval("2026-01-12T00:00:00Z", "2026-01-19T00:00:00Z");

  @Test
  void a_gap_that_the_team_expects_is_quiet_and_the_rest_of_it_is_not() {
    Team team =
        expecting(
            team(
                "UTC",
                level(
                    "primary",
                    during(
                        layer("weekly", "2026-01-05T09:00", "UTC", "a"),
                        hours(WORKDAYS, "00:00", "18:00")))),
            hours(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), "00:00", "00:00"),
            hours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), "18:00", "00:00"));

    List<Finding> findings = findings(team, WEEK);

    assertThat(findings)
        .extracting(f -> f.kind() + " " + f.time() + " " + f.text())
        .containsExactly("GAP 2026-01-16T18:00:00Z/2026-01-17T00:00:00Z nobody");
  }

  @Test
  void a_level_that_only_repeats_a_lower_one_is_a_gap_that_says_so() {
    Team team =
        team(
            "UTC",
            level("primary", layer("weekly", "2026-01-05T09:00", "UTC", "a", "b")),
            level("backup", layer("weekly", "2026-01-05T09:00", "UTC", "c", "b")));

    List<Finding> findings = findings(team, WEEK);

    assertThat(findings)
        .extracting(f -> f.level() + " " + f.name() + " " + f.time() + " " + f.text())
        .containsExactly(
            "2 backup 2026-01-12T09:00:00Z/2026-01-19T00:00:00Z nobody but B, on call at a lower"
                + " level then");
  }

  @Test
  void a_gap_that_a_clock_change_only_moves_is_not_blamed_on_it() {
    List<Finding> findings =
        findings(BY_DAY, interval("2026-03-30T08:00:00Z", "2026-04-02T08:00:00Z"));

    assertThat(findings).hasSize(3);
    assertThat(findings).allMatch(finding -> finding.causes().isEmpty());
  }

  @Test
  void a_night_that_a_clock_change_makes_longer_is_blamed_on_it() {
    List<Finding> findings =
        findings(BY_DAY, interval("2026-10-23T12:00:00Z", "2026-10-26T12:00:00Z"));

    assertThat(findings)
        .extracting(f -> f.time().length() + " " + f.causes())
        .containsExactly(
            "PT15H []",
            "PT16H [the clocks of Europe/Berlin change from +02:00 to +01:00 on 2026-10-25]",
            "PT15H []");
  }

  @ParameterizedTest
  @CsvSource({
    // Within a weekend, four weeks after the clocks went back.
    "2026-11-21T14:16:00Z, 2027-01-20T14:16:00Z",
    // Until within a weekend, a week after they went forward.
    "2026-04-03T12:00:00Z, 2026-04-04T12:00:00Z"
  })
  void a_gap_that_the_window_cuts_is_not_blamed_on_a_change_of_another_week(
      Instant from, Instant until) {
    Team team =
        team(
            "Europe/London",
            level(
                "primary",
                during(
                    layer("weekly", "2026-01-05T09:00", "Europe/London", "a"),
                    hours(WORKDAYS, "09:00", "18:00"))));

    List<Finding> findings = findings(team, new Interval(from, until));

    assertThat(findings).isNotEmpty().allMatch(finding -> finding.causes().isEmpty());
  }

  @Test
  void a_night_in_progress_that_a_clock_change_made_longer_is_blamed_on_it() {
    List<Finding> findings =
        findings(BY_DAY, interval("2026-10-25T03:00:00Z", "2026-10-25T12:00:00Z"));

    assertThat(findings)
        .extracting(f -> f.time() + " " + f.causes())
        .containsExactly(
            "2026-10-25T03:00:00Z/2026-10-25T08:00:00Z [the clocks of Europe/Berlin change from"
                + " +02:00 to +01:00 on 2026-10-25]");
  }

  @Test
  void a_team_without_gaps_and_overlaps_has_no_findings() {
    Team team = team("UTC", level("primary", layer("weekly", "2026-01-05T09:00", "UTC", "a", "b")));

    assertThat(findings(team, WEEK)).isEmpty();
  }

  private static List<Finding> findings(Team team, Interval window) {
    return new GapForecast(rosters(team)).of(team, Additions.none(), window);
  }

  private static Team expecting(Team team, Hours... gaps) {
    return new Team(
        team.id(),
        team.title(),
        team.zone(),
        team.owns(),
        team.levels(),
        team.shadows(),
        List.of(gaps),
        team.calendar());
  }
}
