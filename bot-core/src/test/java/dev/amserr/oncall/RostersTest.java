package dev.amserr.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RostersTest {

  private static final Rosters ROSTERS = rosters();

  @ParameterizedTest
  @CsvSource({
    "player, player",
    "PLAYER, player",
    "' Video Player ', player",
    "encoder, encoder",
    "origin, origin",
  })
  void a_team_is_found_by_id_or_title(String name, String expected) {
    String found = ROSTERS.team(name).fold(f -> f.team().id(), unknown -> "unknown");

    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"plyer, player", "encodr, encoder", "video plaier, player", "zzz, ''", "'', ''"})
  void an_unknown_team_comes_with_the_nearest_names(String name, String expected) {
    List<String> nearest =
        ROSTERS.team(name).fold(f -> List.of("found"), unknown -> unknown.nearest());

    assertThat(nearest).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @Test
  void a_user_of_a_platform_is_a_person_by_id_only() {
    assertThat(ROSTERS.byDiscord("1001")).map(Person::id).contains("ana");
    assertThat(ROSTERS.bySlack("U1")).map(Person::id).contains("ana");
    assertThat(ROSTERS.byDiscord("")).isEmpty();
    assertThat(ROSTERS.bySlack("")).isEmpty();
    assertThat(ROSTERS.byDiscord("U1")).isEmpty();
  }

  @Test
  void members_stand_on_a_level_or_follow_one() {
    Team player = ROSTERS.teams().get("player");

    assertThat(ROSTERS.isMember("ana", player)).isTrue();
    assertThat(ROSTERS.isMember("tom", player)).isTrue();
    assertThat(ROSTERS.isMember("ben", player)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Ana, ana", "ANA, ana", "ana ruiz, ana", "tom, tom"})
  void a_calendar_names_people_by_id_or_name(String text, String expected) {
    assertThat(ROSTERS.called(text)).map(Person::id).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"bobb", "Sam", "''"})
  void a_name_of_nobody_or_of_two_people_is_unknown(String text) {
    assertThat(ROSTERS.called(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"primary, 0", "Backup, 1", "1, 0", "2, 1", "3, -1", "x, -1"})
  void a_level_is_found_by_name_or_number(String name, int expected) {
    assertThat(ROSTERS.teams().get("player").level(name).orElse(-1)).isEqualTo(expected);
  }

  private static Rosters rosters() {
    Map<String, Person> people = new LinkedHashMap<>();
    people.put("ana", new Person("ana", "Ana Ruiz", null, "1001", "U1", ""));
    people.put("ben", Person.of("ben", "Sam"));
    people.put("cy", Person.of("cy", "Sam"));
    people.put("tom", Person.of("tom", "Tom"));
    Layer layer = TestTeams.layer("daily", "2026-01-05T09:00", "UTC", "ana");
    Layer shadow = TestTeams.layer("daily", "2026-01-05T09:00", "UTC", "tom");
    Map<String, Team> teams = new LinkedHashMap<>();
    teams.put(
        "player",
        new Team(
            "player",
            "Video player",
            ZoneId.of("UTC"),
            List.of(),
            List.of(TestTeams.level("primary", layer), TestTeams.level("backup", layer)),
            List.of(new Shadow("primary", shadow)),
            List.of(),
            null));
    for (String id : List.of("encoder", "origin")) {
      teams.put(id, Team.of(id, ZoneId.of("UTC"), List.of(TestTeams.level("primary", layer))));
    }
    return new Rosters(people, teams, "player");
  }
}
