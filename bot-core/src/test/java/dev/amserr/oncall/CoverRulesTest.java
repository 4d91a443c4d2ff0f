package dev.amserr.oncall;

import static dev.amserr.oncall.TestTeams.layer;
import static dev.amserr.oncall.TestTeams.level;
import static dev.amserr.oncall.TestTeams.rosters;
import static dev.amserr.oncall.TestTeams.spelled;
import static dev.amserr.oncall.TestTeams.team;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.oncall.CoverCheck.Why;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverRulesTest {

  private static final Instant NOW = Instant.parse("2026-06-03T00:00:00Z");
  private static final Rosters ROSTERS =
      rosters(team("UTC", level("Primary", layer("weekly", "2026-06-01T09:00", "UTC", "a", "b"))));

  @Test
  void an_accepted_request_is_spelled_as_in_the_roster_and_kept_to_the_millisecond() {
    CoverRequest request =
        new CoverRequest(
            "PLAYER",
            "primary",
            CoverScope.of("a"),
            Instant.parse("2026-06-03T10:00:00.123456789Z"),
            Instant.parse("2026-06-03T12:00:00Z"),
            "b");

    CoverCheck check = new CoverRules(ROSTERS).check(request, NOW, List.of());

    assertThat(check)
        .isEqualTo(
            new CoverCheck.Accepted(
                new CoverRequest(
                    "player",
                    "Primary",
                    CoverScope.of("a"),
                    Instant.parse("2026-06-03T10:00:00.123Z"),
                    Instant.parse("2026-06-03T12:00:00Z"),
                    "b")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plyer | Primary | a | 2026-06-03T10:00:00Z | 2026-06-03T12:00:00Z | b | UNKNOWN_TEAM |"
            + " There is no team \"plyer\". Did you mean player?",
        "player | day | a | 2026-06-03T10:00:00Z | 2026-06-03T12:00:00Z | b | UNKNOWN_LEVEL |"
            + " player has no level \"day\", only Primary.",
        "player | Primary | a | 2026-06-03T10:00:00Z | 2026-06-03T12:00:00Z | zoe | UNKNOWN_PERSON"
            + " | Nobody in the roster is \"zoe\".",
        "player | Primary | zoe | 2026-06-03T10:00:00Z | 2026-06-03T12:00:00Z | a | UNKNOWN_PERSON"
            + " | Nobody in the roster is \"zoe\".",
        "player | Primary | a | 2026-06-03T10:00:00Z | 2026-06-03T12:00:00Z | a | SELF |"
            + " A cannot stand in for themselves. Name somebody else.",
        "player | Primary | a | 2026-06-03T10:00:00Z | 2026-06-03T10:00:00Z | b | EMPTY |"
            + " The cover begins and ends at the same time. Give an end.",
        "player | Primary | a | 2026-06-03T10:00:00Z | 2026-06-03T09:00:00Z | b |"
            + " ENDS_BEFORE_START | The cover ends before it begins.",
        "player | Primary | a | 2026-06-02T10:00:00Z | 2026-06-03T00:00:00Z | b | PAST |"
            + " The cover is wholly past. Give an end that is yet to come.",
        "player | Primary | a | 2026-06-03T10:00:00Z | 2028-06-03T10:00:00Z | b | TOO_LONG |"
            + " A cover lasts at most 366 days. Edit the roster instead.",
        "player | Primary | a | 2099-12-01T00:00:00Z | 2100-02-01T00:00:00Z | b | TOO_LATE |"
            + " A cover must be over before 2100-01-01T00:00:00Z.",
      })
  void case_14_what_cannot_be_is_refused_with_the_reason(
      String team,
      String level,
      String person,
      Instant from,
      Instant until,
      String by,
      Why why,
      String text) {
    CoverRequest request = new CoverRequest(team, level, CoverScope.of(person), from, until, by);

    CoverCheck check = new CoverRules(ROSTERS).check(request, NOW, List.of());

    assertThat(check).isEqualTo(new CoverCheck.Refused(why, text));
  }

  @Test
  void case_14_the_same_cover_twice_is_one() {
    CoverRequest request = request(CoverScope.of("a"), "2026-06-03T10:00:00Z");
    CoverRules rules = new CoverRules(ROSTERS);
    InMemoryCovers covers = new InMemoryCovers();

    Cover first = covers.add(request, NOW, "@x");
    CoverCheck second = rules.check(request, NOW, covers.of("player", first.time()));

    assertThat(second).isEqualTo(new CoverCheck.Present(first));
  }

  @Test
  void a_cover_of_the_slot_is_another_than_one_of_the_person() {
    InMemoryCovers covers = new InMemoryCovers();
    Cover first = covers.add(request(CoverScope.of("a"), "2026-06-03T10:00:00Z"), NOW, "@x");

    CoverCheck second =
        new CoverRules(ROSTERS)
            .check(
                request(CoverScope.slot(), "2026-06-03T10:00:00Z"),
                NOW,
                covers.of("player", first.time()));

    assertThat(second.<Boolean>fold(a -> true, p -> false, r -> false)).isTrue();
  }

  @Test
  void a_cover_that_has_begun_but_is_not_over_is_accepted() {
    CoverCheck check =
        new CoverRules(ROSTERS)
            .check(request(CoverScope.slot(), "2026-06-02T00:00:00Z"), NOW, List.of());

    assertThat(check.<Boolean>fold(a -> true, p -> false, r -> false)).isTrue();
  }

  @Test
  void a_preview_shows_the_segments_before_and_after() {
    OnCallResolver resolver = new OnCallResolver(ROSTERS);
    CoverCheck.Accepted accepted =
        new CoverCheck.Accepted(
            new CoverRequest(
                "player",
                "Primary",
                CoverScope.of("a"),
                Instant.parse("2026-06-07T12:00:00Z"),
                Instant.parse("2026-06-08T12:00:00Z"),
                "c"));

    CoverPreview preview = CoverPreview.ofAdding(resolver, accepted, Additions.none(), NOW, "@x");

    assertThat(spelled(preview.before()))
        .containsExactly("2026-06-07T12:00:00Z a", "2026-06-08T09:00:00Z b");
    assertThat(spelled(preview.after()))
        .containsExactly("2026-06-07T12:00:00Z c", "2026-06-08T09:00:00Z b");
    assertThat(preview.changesNothing()).isFalse();
  }

  @Test
  void a_preview_of_a_removal_is_the_other_way_round() {
    OnCallResolver resolver = new OnCallResolver(ROSTERS);
    Cover cover =
        TestTeams.cover(
            1, "Primary", CoverScope.slot(), "2026-06-07T12:00:00Z", "2026-06-08T12:00:00Z", "c");

    CoverPreview preview =
        CoverPreview.ofRemoving(resolver, cover, Additions.covers(List.of(cover)));

    assertThat(spelled(preview.before())).containsExactly("2026-06-07T12:00:00Z c");
    assertThat(spelled(preview.after()))
        .containsExactly("2026-06-07T12:00:00Z a", "2026-06-08T09:00:00Z b");
  }

  @Test
  void a_cover_of_somebody_who_is_not_on_call_changes_nothing() {
    CoverCheck.Accepted accepted =
        new CoverCheck.Accepted(request(CoverScope.of("c"), "2026-06-03T10:00:00Z"));

    CoverPreview preview =
        CoverPreview.ofAdding(new OnCallResolver(ROSTERS), accepted, Additions.none(), NOW, "@x");

    assertThat(preview.changesNothing()).isTrue();
  }

  private static CoverRequest request(CoverScope scope, String from) {
    return new CoverRequest(
        "player",
        "Primary",
        scope,
        Instant.parse(from),
        Instant.parse("2026-06-04T10:00:00Z"),
        "d");
  }
}
