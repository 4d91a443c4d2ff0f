package dev.amserr.oncall.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.amserr.command.reply.Placement;
import dev.amserr.command.reply.Reply;
import dev.amserr.oncall.Cover;
import dev.amserr.oncall.CoverScope;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CoverCommandsTest {

  private static final String ANA = "1";
  private static final String BEN = "2";
  private static final String STRANGER = "9";
  private static final Instant NOW = Chat.NOW;
  private static final Instant SOON = NOW.plusSeconds(60);

  private static final String SLOT_COVER =
      "/oncall cover team:player level:primary from:2026-06-09T12:00:00Z until:2026-06-10T12:00:00Z"
          + " by:@cy scope:slot reason:\"a dentist\"";

  private final Chat chat = new Chat();

  @Test
  void a_preview_shows_the_resulting_segments_and_changes_nothing() {
    Reply preview = chat.says(BEN, SLOT_COVER);

    assertThat(Chat.plain(preview))
        .contains("Cover to confirm: Player team, primary")
        .contains("for        whoever holds primary (scope slot)")
        .contains("Tue 2026-06-09 12:00 UTC  Wed 2026-06-10 12:00 UTC  Cy Young")
        .contains("Nothing is changed yet.");
    assertThat(covers()).isEmpty();
  }

  @Test
  void confirming_makes_the_cover_and_writes_who_why_before_and_after_into_the_audit_log() {
    Reply preview = chat.says(BEN, SLOT_COVER);

    Reply made = chat.clicks(ANA, Chat.button(preview, "Confirm"), SOON);

    assertThat(made.placement()).isEqualTo(Placement.REPLACE_MESSAGE);
    assertThat(Chat.plain(made)).startsWith("OK: Cover 1: Player team, primary");
    assertThat(covers())
        .extracting(Cover::by, Cover::scope, Cover::createdBy, Cover::created)
        .containsExactly(tuple("cy", CoverScope.slot(), "discord:1", SOON));
    assertThat(Chat.plain(chat.says(STRANGER, "/oncall player at:2026-06-09T13:00:00Z")))
        .contains("primary  Cy Young until Wed 2026-06-10 12:00 UTC (cover 1 for Ana Ruiz)");
    assertThat(chat.covers.audit())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo("1");
              assertThat(entry.platform()).isEqualTo("discord");
              assertThat(entry.action()).isEqualTo("oncall.cover");
              assertThat(entry.subject()).isEqualTo("player/primary");
              assertThat(entry.reason()).isEqualTo("a dentist");
              assertThat(entry.before())
                  .isEqualTo(
                      "{\"onCall\":[{\"from\":\"2026-06-09T12:00:00Z\",\"until\":\"2026-06-10T12:00:00Z\",\"people\":[\"ana\"]}]}");
              assertThat(entry.after())
                  .contains("\"people\":[\"cy\"]")
                  .contains("\"cover\":{\"id\":1,\"for\":\"slot\",\"by\":\"cy\"");
            });
  }

  @Test
  void a_double_click_makes_one_cover() {
    String confirm = Chat.button(chat.says(BEN, SLOT_COVER), "Confirm");

    chat.clicks(BEN, confirm, SOON);
    Reply second = chat.clicks(BEN, confirm, SOON.plusMillis(200));

    assertThat(Chat.plain(second))
        .contains("This cover is there already: 1")
        .contains("Made by Ben Cole");
    assertThat(covers()).hasSize(1);
    assertThat(chat.covers.audit()).hasSize(1);
  }

  @Test
  void two_people_who_confirm_at_once_make_one_cover() throws Exception {
    String one = Chat.button(chat.says(ANA, SLOT_COVER), "Confirm");
    String other = Chat.button(chat.says(BEN, SLOT_COVER), "Confirm");
    List<Callable<Reply>> clicks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      clicks.add(() -> chat.clicks(ANA, one, SOON));
      clicks.add(() -> chat.clicks(BEN, other, SOON));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);

    List<String> answers = new ArrayList<>();
    try {
      for (Future<Reply> answer : threads.invokeAll(clicks)) {
        answers.add(Chat.plain(answer.get()).lines().findFirst().orElseThrow());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(answers).filteredOn(a -> a.startsWith("OK: Cover 1")).hasSize(1);
    assertThat(answers).filteredOn(a -> a.startsWith("This cover is there already")).hasSize(7);
    assertThat(covers()).hasSize(1);
  }

  @Test
  void a_cover_of_a_cover_applies_to_the_result_of_the_earlier_one() {
    confirm(SLOT_COVER);

    confirm(
        "/oncall cover player level:primary from:2026-06-09T18:00:00Z until:2026-06-09T20:00:00Z"
            + " by:ben for:cy");

    assertThat(Chat.plain(chat.says(STRANGER, "/oncall player at:2026-06-09T19:00:00Z")))
        .contains("primary  Ben Cole until Tue 2026-06-09 20:00 UTC (cover 2 for Cy Young)");
  }

  @Test
  void a_preview_is_confirmed_after_a_restart() {
    String confirm = Chat.button(chat.says(BEN, SLOT_COVER), "Confirm");

    Reply made = chat.restarted().clicks(BEN, confirm, SOON);

    assertThat(Chat.plain(made)).startsWith("OK: Cover 1");
    assertThat(covers()).hasSize(1);
  }

  @Test
  void undo_takes_the_cover_back_for_24_hours_and_once() {
    Reply made = confirm(SLOT_COVER);
    String undo = Chat.button(made, "Undo");

    Reply undone = chat.clicks(ANA, undo, SOON.plus(Duration.ofHours(23)));
    Reply again = chat.clicks(ANA, undo, SOON.plus(Duration.ofHours(23)));

    assertThat(Chat.plain(undone))
        .startsWith("OK: Cover 1 is taken back")
        .contains("Tue 2026-06-09 12:00 UTC  Wed 2026-06-10 12:00 UTC  Ana Ruiz");
    assertThat(Chat.plain(again)).startsWith("Cover 1 was taken back before");
    assertThat(covers()).isEmpty();
    assertThat(chat.covers.audit())
        .extracting(entry -> entry.action())
        .containsExactly("oncall.cover", "oncall.uncover");
  }

  @Test
  void an_expired_undo_says_so_and_leaves_the_cover() {
    Reply made = confirm(SLOT_COVER);

    Reply late =
        chat.clicks(ANA, Chat.button(made, "Undo"), SOON.plus(Duration.ofHours(24)).plusSeconds(1));

    assertThat(Chat.plain(late)).contains("This button is too old");
    assertThat(covers()).hasSize(1);
  }

  @Test
  void a_confirmation_that_comes_again_after_the_undo_does_not_bring_the_cover_back() {
    String confirm = Chat.button(chat.says(BEN, SLOT_COVER), "Confirm");
    Reply made = chat.clicks(BEN, confirm, SOON);
    chat.clicks(BEN, Chat.button(made, "Undo"), SOON.plusSeconds(5));

    Reply late = chat.clicks(BEN, confirm, SOON.plusSeconds(6));

    assertThat(Chat.plain(late)).contains("Cover 1 was taken back");
    assertThat(covers()).isEmpty();
  }

  @Test
  void only_members_of_the_team_may_and_that_is_checked_again_at_the_confirmation() {
    String confirm = Chat.button(chat.says(BEN, SLOT_COVER), "Confirm");

    assertThat(Chat.plain(chat.says(STRANGER, SLOT_COVER)))
        .contains("Only people of Player team may do that")
        .contains("discord id 9");
    assertThat(Chat.plain(chat.clicks(STRANGER, confirm, SOON)))
        .contains("Only people of Player team");
    assertThat(covers()).isEmpty();
  }

  @Test
  void whoever_was_taken_out_of_the_roster_meanwhile_can_confirm_no_more() {
    String confirm = Chat.button(chat.says(BEN, SLOT_COVER), "Confirm");
    chat.live.use(Chat.rosters(Chat.ROSTER.replace("people: [ana, ben, cy]", "people: [ana, cy]")));

    Reply refused = chat.clicks(BEN, confirm, SOON);

    assertThat(Chat.plain(refused)).contains("Only people of Player team");
    assertThat(covers()).isEmpty();
  }

  @Test
  void a_configured_role_may_cover_without_standing_in_the_roster() {
    chat.roles.add(STRANGER + CoverRights.ROLE);

    Reply made =
        chat.clicks(STRANGER, Chat.button(chat.says(STRANGER, SLOT_COVER), "Confirm"), SOON);

    assertThat(Chat.plain(made)).startsWith("OK: Cover 1");
  }

  @Test
  void what_changed_since_the_preview_is_shown_again_before_it_is_confirmed() {
    String first = Chat.button(chat.says(BEN, SLOT_COVER), "Confirm");
    confirm(
        "/oncall cover player level:primary from:2026-06-09T12:00:00Z until:2026-06-09T13:00:00Z"
            + " by:ben scope:slot");

    Reply shownAgain = chat.clicks(BEN, first, SOON);
    Reply made = chat.clicks(BEN, Chat.button(shownAgain, "Confirm"), SOON.plusSeconds(1));

    assertThat(Chat.plain(shownAgain))
        .contains("Something changed since this was shown")
        .contains("Tue 2026-06-09 12:00 UTC  Tue 2026-06-09 13:00 UTC  Ben Cole");
    assertThat(Chat.plain(made)).startsWith("OK: Cover 2");
  }

  @Test
  void case_13_without_a_scope_both_meanings_are_shown_where_they_differ() {
    String line =
        "/oncall cover player level:primary from:2026-06-14T12:00:00Z until:2026-06-15T12:00:00Z"
            + " by:cy";

    Reply both = chat.says(BEN, line);

    assertThat(both.text()).contains("two things");
    assertThat(Chat.buttons(both)).containsExactly("Confirm, scope slot", "Confirm, scope person");
    chat.clicks(BEN, Chat.button(both, "Confirm, scope person"), SOON);
    assertThat(covers()).extracting(Cover::scope).containsExactly(CoverScope.of("ana"));
  }

  @Test
  void a_cover_that_would_change_nothing_or_is_past_or_names_nobody_is_refused_with_the_reason() {
    assertThat(Chat.plain(chat.says(BEN, "/oncall cover player until:+2h by:ana scope:slot")))
        .contains("This would change nothing");
    assertThat(
            Chat.plain(
                chat.says(
                    BEN,
                    "/oncall cover player from:2026-06-01T00:00:00Z until:2026-06-02T00:00:00Z by:cy"
                        + " scope:slot")))
        .contains("The cover is wholly past");
    assertThat(Chat.plain(chat.says(BEN, "/oncall cover player until:+2h by:bob scope:slot")))
        .contains("Nobody in the roster is \"bob\"");
    assertThat(Chat.plain(chat.says(BEN, "/oncall cover player until:+2h by:<@777>")))
        .contains("discord id 777");
    assertThat(Chat.plain(chat.says(BEN, "/oncall cover player until:-2h")))
        .contains("ends before it begins");
    assertThat(Chat.plain(chat.says(BEN, "/oncall cover player until:+2h for:ana scope:slot")))
        .contains("scope:slot");
    assertThat(
            Chat.plain(
                chat.says("4", "/oncall cover encoder until:+2h by:cy scope:person level:primary")))
        .contains("Nobody is on call there when the cover begins");
  }

  @Test
  void without_by_it_is_oneself_and_without_from_it_is_from_now() {
    confirm("/oncall cover player until:+2h scope:slot");

    assertThat(covers())
        .extracting(Cover::by, Cover::time)
        .containsExactly(tuple("ben", new Interval(NOW, NOW.plus(Duration.ofHours(2)))));
  }

  @Test
  void covers_are_listed_with_their_numbers_and_uncover_takes_one_back() {
    confirm(SLOT_COVER);

    String listed = Chat.plain(chat.says(STRANGER, "/oncall covers"));
    Reply preview = chat.says(BEN, "/oncall uncover 1");
    Reply removed = chat.clicks(BEN, Chat.button(preview, "Confirm"), SOON);

    assertThat(listed)
        .contains("1 primary: Cy Young for whoever holds primary (scope slot)")
        .contains("made by Ben Cole");
    assertThat(Chat.plain(preview)).contains("Cover 1 to take back").contains("Nothing is changed");
    assertThat(Chat.plain(removed)).startsWith("OK: Cover 1 is taken back");
    assertThat(covers()).isEmpty();
    assertThat(Chat.plain(chat.says(BEN, "/oncall uncover 1"))).contains("No cover 1");
  }

  @Test
  void only_members_may_take_a_cover_back() {
    confirm(SLOT_COVER);

    assertThat(Chat.plain(chat.says(STRANGER, "/oncall uncover 1")))
        .contains("Only people of Player team");
    assertThat(covers()).hasSize(1);
  }

  private Reply confirm(String line) {
    return chat.clicks(BEN, Chat.button(chat.says(BEN, line), "Confirm"), SOON);
  }

  private List<Cover> covers() {
    return chat.covers.of("player", new Interval(NOW, NOW.plus(Duration.ofDays(100))));
  }
}
