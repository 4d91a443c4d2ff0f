package dev.amserr.oncall;

import static dev.amserr.oncall.TestTeams.WORKDAYS;
import static dev.amserr.oncall.TestTeams.during;
import static dev.amserr.oncall.TestTeams.hours;
import static dev.amserr.oncall.TestTeams.layer;
import static dev.amserr.oncall.TestTeams.level;
import static dev.amserr.oncall.TestTeams.rosters;
import static dev.amserr.oncall.TestTeams.team;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnCallNowTest {

  @Test
  void every_level_has_its_people_until_when_and_how_long_nobody_has_been_there() {
    Layer office =
        during(
            layer("weekly", "2026-05-11T09:00", "Europe/Berlin", "a"),
            hours(WORKDAYS, "09:00", "18:00"));
    Team team =
        team(
            "Europe/Berlin",
            level("primary", office),
            level("backup", layer("weekly", "2026-05-11T09:00", "Europe/Berlin", "b", "c")));
    LiveOnCall live = new LiveOnCall(rosters(team), new InMemoryCovers(), Calendars.neverRead());

    OnCallNow now = OnCallNow.of(live.state(), Instant.parse("2026-05-16T10:00:00Z"));

    assertThat(now.rows())
        .containsExactly(
            new OnCallNow.Row(
                team,
                1,
                "primary",
                List.of(),
                Instant.parse("2026-05-18T07:00:00Z"),
                Duration.ofHours(18),
                ""),
            new OnCallNow.Row(
                team,
                2,
                "backup",
                List.of(Person.of("b", "B")),
                Instant.parse("2026-05-18T07:00:00Z"),
                Duration.ZERO,
                ""));
  }
}
