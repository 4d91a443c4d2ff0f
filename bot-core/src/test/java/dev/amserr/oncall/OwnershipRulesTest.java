package dev.amserr.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnershipRulesTest {

  private static final Rosters ROSTERS =
      rosters(
          "player",
          team("player", "amp", "shaka", "iis-management:MPE_MGMT_*", "0x8089*"),
          team("encoder", "iis-management", "iis-management:MPE_MGMT_ENCODER_*", "win32:5"),
          team("cdn"));

  @ParameterizedTest
  @CsvSource({
    "amp, networkErrHttpUrlNotFound, 0x00200194, player, amp",
    "AMP, x, 1, player, amp",
    "iis-management, OTHER, 0x1, encoder, iis-management",
    "iis-management, MPE_MGMT_FAILED, 0x1, player, iis-management:MPE_MGMT_*",
    "iis-management, mpe_mgmt_failed, 0x1, player, iis-management:MPE_MGMT_*",
    "iis-management, MPE_MGMT_ENCODER_GONE, 0x1, encoder, iis-management:MPE_MGMT_ENCODER_*",
    "iis-management, '', 0x80890012, player, 0x8089*",
    "hresult, '', 0X80890012, player, 0x8089*",
    "win32, ERROR_ACCESS_DENIED, 5, encoder, win32:5",
  })
  void the_pattern_with_the_most_literal_characters_wins(
      String system, String name, String value, String team, String pattern) {
    Owner owner = new OwnershipRules(ROSTERS).owner(new OwnedCode(system, name, value), "");

    assertThat(owner.team()).map(Team::id).contains(team);
    assertThat(owner.why()).isEqualTo("owns \"" + pattern + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "cdn, cdn, the catalog names it",
    "nosuch, player, the default team owns what nobody else owns",
    "'', player, the default team owns what nobody else owns",
  })
  void a_code_of_nobody_goes_to_the_hint_of_the_catalog_or_to_the_default_team(
      String hint, String team, String why) {
    Owner owner = new OwnershipRules(ROSTERS).owner(new OwnedCode("win32", "X", "55"), hint);

    assertThat(owner.team()).map(Team::id).contains(team);
    assertThat(owner.why()).isEqualTo(why);
  }

  @Test
  void without_a_default_team_nobody_owns_it_and_that_is_said() {
    Rosters rosters = rosters("", team("player", "amp"));

    Owner owner = new OwnershipRules(rosters).owner(new OwnedCode("http", "Not Found", "404"), "");

    assertThat(owner.team()).isEmpty();
    assertThat(owner.why()).isEqualTo("no team owns this code, and there is no default team");
  }

  @Test
  void of_equally_strong_patterns_the_one_for_the_name_goes_first() {
    Rosters rosters = rosters("", team("values", "x:0x12*"), team("names", "x:ABCD*"));

    Owner owner = new OwnershipRules(rosters).owner(new OwnedCode("x", "ABCDE", "0x123"), "");

    assertThat(owner.team()).map(Team::id).contains("names");
  }

  @ParameterizedTest
  @CsvSource({
    "amp, amp, true",
    "amp, amp:*, true",
    "amp, shaka, false",
    "0x8089*, iis:0x808*9, true",
    "0x8089*, iis:0x808*1, true",
    "0x8089, iis:0x8089, true",
    "0x8089, iis:0x8088, false",
    "ab*, a*c, true",
    "a*b, *ab, true",
    "abc*, abd*, false",
    "abc*, ab*, false",
  })
  void a_tie_is_seen_beforehand(String one, String other, boolean expected) {
    OwnershipPattern a = OwnershipPattern.parse(one).orElseThrow();
    OwnershipPattern b = OwnershipPattern.parse(other).orElseThrow();

    assertThat(a.tiesWith(b)).isEqualTo(expected);
    assertThat(b.tiesWith(a)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "acme.v2, acme.v2",
    "acme.v2:X*, acme.v2",
    "3ds:X*, 3ds",
    "404, ''",
    "0x8089*, ''",
    "MPE.Code, ''",
  })
  void a_system_is_owned_by_any_id_that_a_catalog_may_have(String text, String system) {
    assertThat(OwnershipPattern.parse(text).orElseThrow().system()).isEqualTo(system);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ":", "amp:", ":x", "a b:c", "*:x"})
  void nonsense_is_no_pattern(String text) {
    assertThat(OwnershipPattern.parse(text)).isEmpty();
  }

  private static Team team(String id, String... owns) {
    Team plain =
        Team.of(
            id,
            ZoneId.of("UTC"),
            List.of(
                TestTeams.level(
                    "primary", TestTeams.layer("daily", "2026-01-05T09:00", "UTC", "a"))));
    return new Team(
        id,
        id,
        plain.zone(),
        Arrays.stream(owns).map(text -> OwnershipPattern.parse(text).orElseThrow()).toList(),
        plain.levels(),
        List.of(),
        List.of(),
        null);
  }

  private static Rosters rosters(String defaultTeam, Team... teams) {
    Map<String, Team> byId = new LinkedHashMap<>();
    Arrays.stream(teams).forEach(team -> byId.put(team.id(), team));
    return new Rosters(TestTeams.rosters().people(), byId, defaultTeam);
  }
}
