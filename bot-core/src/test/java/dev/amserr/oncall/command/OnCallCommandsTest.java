package dev.amserr.oncall.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.dispatch.RecordsInMemory;
import dev.amserr.command.reply.Privacy;
import dev.amserr.command.reply.Reply;
import dev.amserr.oncall.Cover;
import dev.amserr.oncall.CoverDraft;
import dev.amserr.oncall.Covers;
import dev.amserr.storage.AuditEntry;
import dev.amserr.storage.StoreUnavailableException;
import dev.amserr.time.Interval;
import dev.amserr.time.ZoneNames;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OnCallCommandsTest {

  private static final String STRANGER = "9";
  private static final String BEN = "2";

  private final Chat chat = new Chat();

  @Test
  void a_team_is_answered_with_people_per_level_until_when_why_who_is_next_and_shadows() {
    Reply reply = chat.says(STRANGER, "/oncall player");

    assertThat(Chat.plain(reply))
        .isEqualTo(
            """
            On call: Player team
              primary  Ana Ruiz until Mon 2026-06-15 08:00 UTC (weekly rotation, turn 0), then Ben Cole
              backup   Dee Park, no end in sight (weekly rotation, turn 0)
              shadow of primary (do not page)  Tom Lane, no end in sight (weekly rotation, turn 0)""");
  }

  @Test
  void a_gap_says_since_when_until_when_who_is_next_and_whom_to_ask_meanwhile() {
    Reply reply = chat.says(STRANGER, "/oncall encoder");

    assertThat(Chat.plain(reply))
        .contains(
            "primary  nobody since Fri 2026-06-05 16:00 UTC until Tue 2026-06-09 07:00 UTC, then Dee"
                + " Park. Ask backup: Cy Young");
  }

  @Test
  void phone_numbers_are_for_team_mates_only_and_never_for_all_to_see() {
    String toTeamMate = Chat.plain(chat.says(BEN, "/oncall player"));
    String toStranger = Chat.plain(chat.says(STRANGER, "/oncall player"));
    Reply inPublic = chat.says(BEN, "/oncall player --share");
    Reply shared =
        chat.clicks(BEN, Chat.button(chat.says(BEN, "/oncall player"), "Share"), Chat.NOW);

    assertThat(toTeamMate).contains("phone of Ana Ruiz  +34 600 000 001");
    assertThat(toStranger).doesNotContain("+34");
    assertThat(inPublic.privacy()).isEqualTo(Privacy.PUBLIC);
    assertThat(Chat.plain(inPublic)).contains("Ana Ruiz").doesNotContain("+34");
    assertThat(shared.privacy()).isEqualTo(Privacy.PUBLIC);
    assertThat(Chat.plain(shared)).contains("Ana Ruiz").doesNotContain("+34");
  }

  @Test
  void a_local_time_that_comes_twice_is_answered_for_both() {
    Reply reply = chat.says(STRANGER, "/oncall player at:\"2026-10-25 01:30\"");

    assertThat(reply.text()).startsWith("2026-10-25T01:30 comes twice in Europe/London");
    assertThat(reply.cards())
        .extracting(card -> card.title())
        .containsExactly(
            "On call: Player team at Sun 2026-10-25 01:30 +01:00 Europe/London",
            "On call: Player team at Sun 2026-10-25 01:30 +00:00 Europe/London");
  }

  @Test
  void a_local_time_that_does_not_exist_means_the_change_and_that_is_said() {
    Reply reply = chat.says(STRANGER, "/oncall player at:\"2027-03-28 01:30\"");

    assertThat(reply.text()).contains("does not exist").contains("moment of the change");
    assertThat(reply.cards().get(0).title()).contains("Sun 2027-03-28 02:00 +01:00");
  }

  @Test
  void the_past_and_the_future_are_answered_and_what_is_too_far_is_refused() {
    String future = Chat.plain(chat.says(STRANGER, "/oncall player at:2026-06-15T08:00:00Z"));
    String past = Chat.plain(chat.says(STRANGER, "/oncall player at:2026-06-08T07:59:59Z"));
    String tooFar = Chat.plain(chat.says(STRANGER, "/oncall player at:2150-01-01T00:00:00Z"));

    assertThat(future).contains("primary  Ben Cole until Mon 2026-06-22");
    assertThat(past).contains("primary  nobody until Mon 2026-06-08 08:00 UTC, then Ana Ruiz");
    assertThat(tooFar).contains("2100-01-01");
  }

  @Test
  void an_unknown_team_gives_the_nearest_names_and_all_of_them() {
    Reply reply = chat.says(STRANGER, "/oncall plyer");

    assertThat(Chat.plain(reply))
        .isEqualTo(
            """
            Warning: No team "plyer"
              Did you mean player? There are player, encoder.""");
  }

  @Test
  void without_a_team_all_are_listed_and_an_only_team_is_answered_in_full() {
    Chat single =
        new Chat(
            """
            people: {ana: {name: Ana Ruiz}}
            teams:
              solo:
                zone: UTC
                levels:
                  - {name: primary, layers: [{rotation: weekly, start: 2026-06-01T09:00, people: [ana]}]}
            """);

    assertThat(Chat.plain(chat.says(STRANGER, "/oncall")))
        .contains("Player team   player   Ana Ruiz")
        .contains("Encoder team  encoder  Cy Young");
    assertThat(Chat.plain(single.says(STRANGER, "/oncall"))).startsWith("On call: solo");
  }

  @Test
  void without_any_team_the_answer_says_where_to_write_one() {
    Chat none = new Chat("people: {}\n");

    for (String line : List.of("/oncall", "/oncall player", "/oncall gaps", "/oncall covers")) {
      assertThat(Chat.plain(none.says(STRANGER, line))).contains("config/oncall.yaml");
    }
  }

  @Test
  void me_lists_ones_own_shifts_by_the_platforms_id() {
    assertThat(Chat.plain(chat.says("1", "/oncall me"))).startsWith("Warning: You are on call");
    assertThat(Chat.plain(chat.says(BEN, "/oncall me")))
        .startsWith("You are not on call now")
        .contains("Mon 2026-06-15 08:00 UTC  Mon 2026-06-22 08:00 UTC  Player team, primary");
    assertThat(Chat.plain(chat.says(STRANGER, "/oncall me")))
        .contains("discord id 9")
        .contains("config/oncall.yaml");
  }

  @Test
  void next_lists_the_coming_shifts_of_every_level() {
    assertThat(Chat.plain(chat.says(STRANGER, "/oncall next player")))
        .containsSubsequence(
            "Ana Ruiz", "Ben Cole", "Cy Young", "Ana Ruiz", "Ben Cole", "Dee Park");
  }

  @Test
  void week_runs_from_monday_to_sunday_on_the_teams_clocks() {
    assertThat(Chat.plain(chat.says(STRANGER, "/oncall week encoder")))
        .startsWith("Week of 2026-06-08: Encoder team")
        .contains("Sun 2026-06-07 22:00 UTC  Tue 2026-06-09 07:00 UTC  nobody")
        .contains("Tue 2026-06-09 07:00 UTC  Tue 2026-06-09 16:00 UTC  Dee Park");
  }

  @Test
  void for_names_the_owner_of_a_code_with_the_reason_and_who_is_on_call() {
    assertThat(Chat.plain(chat.says(STRANGER, "/oncall for 0x20200194")))
        .contains("networkErrHttpUrlNotFound: Player team")
        .contains("owns \"amp\"")
        .contains("Ana Ruiz until");
    assertThat(Chat.plain(chat.says(STRANGER, "/oncall for nothing that any catalog has")))
        .contains("the default team owns what nobody else owns");
  }

  @Test
  void explain_ends_in_the_answer_of_the_lookup() {
    assertThat(Chat.plain(chat.says(STRANGER, "/oncall explain player")))
        .startsWith("Why: Player team, primary")
        .contains("layer 1")
        .contains("So: Ana Ruiz until Mon 2026-06-15 08:00 UTC");
    assertThat(Chat.plain(chat.says(STRANGER, "/oncall explain player level:nosuch")))
        .contains("primary, backup");
  }

  @Test
  void about_shows_the_version_of_the_tz_database() {
    assertThat(Chat.plain(chat.says(STRANGER, "/oncall about")))
        .contains("tz database  " + ZoneNames.databaseVersion());
  }

  @Test
  void gaps_are_listed_for_60_days_and_no_gap_is_said_too() {
    String gaps = Chat.plain(chat.says(STRANGER, "/oncall gaps"));

    assertThat(gaps)
        .contains("Player team: no gaps")
        .contains("primary  Mon 2026-06-08 10:00 UTC  Tue 2026-06-09 07:00 UTC  nobody");
  }

  @Test
  void without_the_store_lookups_answer_from_the_roster_and_say_that_covers_are_missing() {
    Chat unavailable = new Chat(new RecordsInMemory(), Chat.ROSTER, new CoversGone());

    assertThat(Chat.plain(unavailable.says(STRANGER, "/oncall player")))
        .contains("Ana Ruiz until")
        .contains("covers are missing, because the store does not answer");
    assertThat(Chat.plain(unavailable.says(STRANGER, "/oncall explain player")))
        .contains("covers are missing");
  }

  /** Covers in a store that does not answer. */
  private static final class CoversGone implements Covers {

    @Override
    public List<Cover> of(String team, Interval window) {
      throw gone();
    }

    @Override
    public Optional<Cover> find(long id) {
      throw gone();
    }

    @Override
    public Addition add(
        CoverDraft draft, Instant now, String createdBy, Function<Cover, AuditEntry> entry) {
      throw gone();
    }

    @Override
    public Optional<Cover> remove(long id, Instant now, Function<Cover, AuditEntry> entry) {
      throw gone();
    }

    private static StoreUnavailableException gone() {
      return new StoreUnavailableException("The database is not reachable.", new Exception());
    }
  }
}
