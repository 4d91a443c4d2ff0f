package dev.amserr.oncall;

import static dev.amserr.oncall.TestTeams.layer;
import static dev.amserr.oncall.TestTeams.level;
import static dev.amserr.oncall.TestTeams.rosters;
import static dev.amserr.oncall.TestTeams.team;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RosterReloadTest {

  /** Wednesday of the second turn of a rotation that starts on Monday 2026-01-05. */
  private static final Instant AT = Instant.parse("2026-01-14T12:00:00Z");

  @Test
  void nothing_is_said_where_nobody_moves() {
    RosterReload same = reload(weekly("a", "b", "c"), weekly("a", "b", "c"));

    assertThat(same.movesAt(AT)).isEmpty();
    assertThat(same.differenceAt(AT))
        .isEqualTo("Nobody moves: the next 8 shifts of every level are the same.\n");
  }

  @Test
  void who_goes_off_and_who_comes_on_call_at_once_is_said() {
    RosterReload edited = reload(weekly("a", "b", "c"), weekly("a", "c", "b"));

    assertThat(edited.movesAt(AT))
        .containsExactly("player/primary: on call now is C instead of B.");
  }

  @Test
  void what_moves_later_is_said_with_its_first_time() {
    RosterReload edited = reload(weekly("a", "b", "c"), weekly("a", "b", "d"));

    assertThat(edited.movesAt(AT))
        .containsExactly(
            "player/primary: who is on call now stays; from Mon 2026-01-19 09:00 +00:00 D until Mon"
                + " 2026-01-26 09:00 +00:00 instead of C until Mon 2026-01-26 09:00 +00:00.");
  }

  @Test
  void a_team_that_goes_or_comes_is_said() {
    assertThat(reload(weekly("a", "b"), rosters()).movesAt(AT))
        .containsExactly("player/primary: on call now is nobody instead of B.");
    assertThat(reload(rosters(), weekly("a", "b")).movesAt(AT))
        .containsExactly("player/primary: on call now is B instead of nobody.");
  }

  @Test
  void the_full_difference_shows_eight_shifts_before_and_after_and_the_layers_that_keep() {
    String text = reload(weekly("a", "b", "c"), weekly("a", "b", "c", "d")).differenceAt(AT);

    assertThat(text)
        .startsWith(
            """
            player/primary, times of Europe/London
              now: B, as before
              before:
                Mon 2026-01-12 09:00 +00:00 to Mon 2026-01-19 09:00 +00:00  B
            """)
        .contains(
            """
              these layers bring the new people in and move nobody's shift of now:
                - rotation: weekly
                  start: 2026-01-05T09:00
                  zone: Europe/London
                  people: [a, b, c]
                  until: 2026-01-19T09:00
                - rotation: weekly
                  start: 2026-01-05T09:00
                  zone: Europe/London
                  people: [c, d, a, b]
                  from: 2026-01-19T09:00
            """);
    assertThat(text.lines().filter(line -> line.startsWith("    Mon"))).hasSize(16);
  }

  private static RosterReload reload(Rosters before, Rosters after) {
    return new RosterReload(before, after, team -> Additions.none());
  }

  private static Rosters weekly(String... people) {
    return rosters(
        team(
            "Europe/London",
            level("primary", layer("weekly", "2026-01-05T09:00", "Europe/London", people))));
  }
}
