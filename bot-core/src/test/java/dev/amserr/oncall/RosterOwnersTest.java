package dev.amserr.oncall;

import static dev.amserr.oncall.TestTeams.layer;
import static dev.amserr.oncall.TestTeams.level;
import static dev.amserr.oncall.TestTeams.valid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.reply.Mention;
import dev.amserr.errorcode.ErrorSystem;
import dev.amserr.errorcode.Match;
import dev.amserr.errorcode.NumberSpace;
import dev.amserr.errorcode.Ownership;
import dev.amserr.errorcode.Reading;
import dev.amserr.errorcode.Retry;
import dev.amserr.errorcode.Source;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RosterOwnersTest {

  private static final Instant MONDAY_NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Source SOURCE = new Source("a source", "");

  private static final Level WEEKLY =
      level("primary", layer("weekly", "2026-01-05T09:00", "Europe/London", "a", "b"));

  @Test
  void the_owner_is_named_with_who_holds_the_pager_until_when_and_who_is_next() {
    RosterOwners owners = owners("", team("player", List.of(WEEKLY), "amp"));

    Ownership ownership = owners.of(reading("amp", null), MONDAY_NOON);

    assertThat(ownership)
        .isEqualTo(
            new Ownership.Owned(
                "player",
                "player",
                "owns \"amp\"",
                new Ownership.Pager(
                    List.of(Mention.named("A")),
                    "primary",
                    Instant.parse("2026-01-12T09:00:00Z"),
                    List.of(Mention.named("B")),
                    "")));
  }

  @Test
  void in_a_gap_of_the_first_level_the_pager_is_with_the_next_level() {
    Level later = level("primary", layer("weekly", "2027-01-04T09:00", "Europe/London", "a", "b"));
    Level backup = level("backup", layer("weekly", "2026-01-05T09:00", "Europe/London", "c"));
    RosterOwners owners = owners("", team("player", List.of(later, backup), "amp"));

    Ownership.Pager pager = pager(owners.of(reading("amp", null), MONDAY_NOON));

    assertThat(pager.level()).isEqualTo("backup");
    assertThat(pager.holders()).containsExactly(Mention.named("C"));
  }

  @Test
  void where_nobody_is_on_call_it_says_who_comes_and_when() {
    Level primary =
        level(
            "primary",
            valid(
                layer("weekly", "2026-01-05T09:00", "Europe/London", "a"), "2026-02-02T09:00", ""));
    RosterOwners owners = owners("", team("player", List.of(primary), "amp"));

    Ownership.Pager pager = pager(owners.of(reading("amp", null), MONDAY_NOON));

    assertThat(pager.holders()).isEmpty();
    assertThat(pager.until()).isEqualTo("2026-02-02T09:00:00Z");
    assertThat(pager.next()).containsExactly(Mention.named("A"));
  }

  @Test
  void a_code_that_no_team_owns_goes_to_the_hint_then_to_the_default_then_to_nobody() {
    Team player = team("player", List.of(WEEKLY), "amp");
    Team cdn = team("cdn", List.of(WEEKLY));

    assertThat(team(owners("player", player, cdn).of(reading("win32", "cdn"), MONDAY_NOON)))
        .isEqualTo("cdn");
    assertThat(team(owners("player", player, cdn).of(reading("win32", null), MONDAY_NOON)))
        .isEqualTo("player");
    assertThat(owners("", player, cdn).of(reading("win32", "nosuch"), MONDAY_NOON))
        .isEqualTo(new Ownership.Unowned("no team owns this code, and there is no default team"));
  }

  @Test
  void a_reload_is_seen_by_the_next_question() {
    LiveOnCall live = new LiveOnCall(Rosters.none(), new InMemoryCovers(), Calendars.neverRead());
    RosterOwners owners = new RosterOwners(live);

    live.use(rosters("", team("player", List.of(WEEKLY), "amp")));

    assertThat(team(owners.of(reading("amp", null), MONDAY_NOON))).isEqualTo("player");
  }

  private static String team(Ownership ownership) {
    return ownership.fold(Ownership.Owned::team, unowned -> "nobody");
  }

  private static Ownership.Pager pager(Ownership ownership) {
    return ownership.fold(
        Ownership.Owned::pager,
        unowned -> {
          throw new AssertionError(unowned.why());
        });
  }

  private static RosterOwners owners(String defaultTeam, Team... teams) {
    return new RosterOwners(
        new LiveOnCall(rosters(defaultTeam, teams), new InMemoryCovers(), Calendars.neverRead()));
  }

  private static Rosters rosters(String defaultTeam, Team... teams) {
    Map<String, Team> byId = new LinkedHashMap<>();
    for (Team team : teams) {
      byId.put(team.id(), team);
    }
    return new Rosters(TestTeams.rosters().people(), byId, defaultTeam);
  }

  private static Team team(String id, List<Level> levels, String... owns) {
    List<OwnershipPattern> patterns =
        List.of(owns).stream().map(text -> OwnershipPattern.parse(text).orElseThrow()).toList();
    return new Team(
        id, id, ZoneId.of("Europe/London"), patterns, levels, List.of(), List.of(), null);
  }

  private static Reading reading(String system, String hint) {
    return new Reading(
        new ErrorSystem(system, system, List.of(), 1, null, NumberSpace.INTEGER, false, SOURCE),
        "someName",
        "7",
        Match.EXACT,
        null,
        null,
        null,
        0,
        Map.of(),
        List.of(),
        List.of(),
        Retry.UNKNOWN,
        List.of(),
        hint,
        SOURCE,
        "documented",
        "a test");
  }
}
