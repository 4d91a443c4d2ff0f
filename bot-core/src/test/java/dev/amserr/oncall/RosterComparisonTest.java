package dev.amserr.oncall;

import static dev.amserr.oncall.TestTeams.layer;
import static dev.amserr.oncall.TestTeams.level;
import static dev.amserr.oncall.TestTeams.rosters;
import static dev.amserr.oncall.TestTeams.starts;
import static dev.amserr.oncall.TestTeams.team;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterComparisonTest {

  private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
  private static final Layer OLD =
      layer("weekly", "2026-01-05T09:00", "Europe/London", "a", "b", "c");
  private static final Level BACKUP =
      level("backup", layer("weekly", "2026-01-05T09:00", "Europe/London", "g"));

  @Test
  void a_plain_edit_that_moves_somebody_now_is_shown_with_the_layers_that_would_not() {
    Layer edited = layer("weekly", "2026-01-05T09:00", "Europe/London", "a", "b", "c", "d");

    List<LevelChange> changes = compare(OLD, edited);

    assertThat(changes).hasSize(1);
    LevelChange change = changes.get(0);
    assertThat(change.level()).isEqualTo("primary");
    assertThat(change.movesNow()).isTrue();
    assertThat(change.nowBefore()).extracting(Person::id).containsExactly("b");
    assertThat(change.nowAfter()).extracting(Person::id).containsExactly("c");
    assertThat(starts(change.before()))
        .hasSize(8)
        .startsWith("2026-06-08T08:00:00Z b", "2026-06-15T08:00:00Z c");
    assertThat(starts(change.after()))
        .hasSize(8)
        .startsWith("2026-06-08T08:00:00Z c", "2026-06-15T08:00:00Z d");
    assertThat(LayerText.of(change.keeping()))
        .isEqualTo(
            """
            - rotation: weekly
              start: 2026-01-05T09:00
              zone: Europe/London
              people: [a, b, c]
              until: 2026-06-15T09:00
            - rotation: weekly
              start: 2026-01-05T09:00
              zone: Europe/London
              people: [c, d, a, b]
              from: 2026-06-15T09:00
            """);
  }

  @Test
  void the_layers_to_paste_move_nobody() {
    List<Layer> keeping = OLD.withPeople(List.of("a", "b", "c", "d"), NOW);

    List<LevelChange> changes =
        new RosterComparison(
                rosters(team("UTC", level("primary", OLD))),
                rosters(team("UTC", new Level("primary", keeping))),
                team -> Additions.none())
            .changesAt(NOW);

    assertThat(changes).extracting(LevelChange::movesNow).containsExactly(false);
  }

  @Test
  void what_stays_the_same_is_not_mentioned() {
    assertThat(compare(OLD, OLD)).isEmpty();
  }

  @Test
  void an_edit_of_more_than_people_has_nothing_to_paste() {
    List<LevelChange> changes =
        compare(OLD, layer("daily", "2026-01-05T09:00", "Europe/London", "a", "b"));

    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).keeping()).isEmpty();
  }

  @Test
  void a_level_that_is_new_or_gone_is_a_change() {
    Rosters before = rosters(team("UTC", level("primary", OLD)));
    Rosters after = rosters(team("UTC", level("first", OLD)));

    List<LevelChange> changes =
        new RosterComparison(before, after, team -> Additions.none()).changesAt(NOW);

    assertThat(changes)
        .extracting(c -> c.level() + " " + c.before().size() + " " + c.after().size())
        .containsExactly("primary 8 0", "first 0 8");
  }

  private static List<LevelChange> compare(Layer before, Layer after) {
    return new RosterComparison(
            rosters(team("Europe/London", level("primary", before), BACKUP)),
            rosters(team("Europe/London", level("primary", after), BACKUP)),
            team -> Additions.none())
        .changesAt(NOW);
  }
}
