package dev.amserr.oncall;

import static dev.amserr.oncall.TestTeams.WORKDAYS;
import static dev.amserr.oncall.TestTeams.during;
import static dev.amserr.oncall.TestTeams.everyDay;
import static dev.amserr.oncall.TestTeams.hours;
import static dev.amserr.oncall.TestTeams.layer;
import static dev.amserr.oncall.TestTeams.level;
import static dev.amserr.oncall.TestTeams.rosters;
import static dev.amserr.oncall.TestTeams.team;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GapWarningsTest {

  private static final Instant NOW = Instant.parse("2026-06-08T00:00:00Z");

  @Test
  void what_recurs_is_one_line_with_its_count_and_its_first_time() {
    Layer days = during(layer("daily", "2026-01-05T00:00", "UTC", "a"), everyDay("08:00", "20:00"));

    List<String> lines = GapWarnings.of(rosters(team("UTC", level("primary", days))), NOW);

    // 60 nights between two days, and the halves of two nights at the ends of the window.
    assertThat(lines)
        .containsExactly(
            "player/primary: nobody, 61 times within 60 days, first Mon 2026-06-08 00:00 +00:00 to"
                + " Mon 2026-06-08 08:00 +00:00");
  }

  @Test
  void a_gap_that_a_clock_change_makes_is_a_line_of_its_own_with_its_cause() {
    Layer london =
        during(
            layer("daily", "2026-01-05T08:00", "Europe/London", "a"),
            hours(WORKDAYS, "08:00", "20:00"));
    Layer utc = during(layer("daily", "2026-01-05T20:00", "UTC", "b"), everyDay("19:00", "07:00"));

    List<String> lines =
        GapWarnings.of(
            rosters(team("UTC", level("primary", london, utc))),
            Instant.parse("2026-10-19T00:00:00Z"));

    assertThat(lines).anyMatch(line -> line.contains("because the clocks of Europe/London change"));
  }

  @Test
  void declared_gaps_and_full_coverage_are_quiet() {
    Layer days = during(layer("daily", "2026-01-05T00:00", "UTC", "a"), everyDay("08:00", "20:00"));
    Team declared =
        new Team(
            "player",
            "player",
            ZoneId.of("UTC"),
            List.of(),
            List.of(level("primary", days)),
            List.of(),
            List.of(new Hours(Set.of(DayOfWeek.values()), LocalTime.of(20, 0), LocalTime.of(8, 0))),
            null);

    assertThat(GapWarnings.of(rosters(declared), NOW)).isEmpty();
  }
}
