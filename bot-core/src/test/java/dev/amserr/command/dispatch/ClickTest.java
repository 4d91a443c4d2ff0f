package dev.amserr.command.dispatch;

import static dev.amserr.command.SampleCommands.NOW;
import static dev.amserr.command.SampleCommands.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.command.ActionHandler;
import dev.amserr.command.ActionSpec;
import dev.amserr.command.Click;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.Signature;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Placement;
import dev.amserr.command.reply.Privacy;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.ReplyCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClickTest {

  private static final List<String> NOTHING = List.of();

  private final List<Click> done = new ArrayList<>();

  @Test
  void a_button_brings_its_state_to_its_handler() {
    Desk desk = desk(ActionSpec.once("ack"), acknowledge());
    String button = Desk.buttons(desk.say("/x")).get(0);

    Reply reply = desk.dispatcher.click(button, NOTHING, ORIGIN);

    assertThat(button).startsWith("v1|ack|").hasSizeLessThanOrEqualTo(100);
    assertThat(reply.text()).isEqualTo("acknowledged");
    assertThat(reply.placement()).isEqualTo(Placement.REPLACE_MESSAGE);
    assertThat(done).containsExactly(new Click("ack", "series 12", NOTHING, ORIGIN));
    assertThat(desk.counted).last().isEqualTo("action ack ANSWERED PT0S");
  }

  @Test
  void a_menu_brings_what_was_chosen() {
    Desk desk = desk(ActionSpec.once("ack"), acknowledge());
    String menu = Desk.buttons(desk.say("/x")).get(1);

    desk.dispatcher.click(menu, List.of("1h"), ORIGIN);

    assertThat(done.get(0).chosen()).containsExactly("1h");
    assertThat(done.get(0).state()).isEqualTo("series 13");
  }

  @Test
  void a_second_delivery_of_an_action_that_works_once_says_who_did_it() {
    Desk desk = desk(ActionSpec.once("ack"), acknowledge());
    String button = Desk.buttons(desk.say("/x")).get(0);
    desk.dispatcher.click(button, NOTHING, ORIGIN);

    Reply second = desk.dispatcher.click(button, NOTHING, Desk.origin("u2", NOW.plusSeconds(60)));

    assertThat(done).hasSize(1);
    assertThat(Desk.plain(second))
        .isEqualTo(
            "Warning: Already done\n"
                + "  Ana Ruiz used this button Mon 2026-03-09 13:30 UTC. It was not done twice.");
    assertThat(desk.counted).last().isEqualTo("action ack REFUSED PT0S");
  }

  @Test
  void an_action_that_may_be_repeated_is_done_each_time() {
    Desk desk = desk(ActionSpec.repeated("ack"), acknowledge());
    String button = Desk.buttons(desk.say("/x")).get(0);

    desk.dispatcher.click(button, NOTHING, ORIGIN);
    desk.dispatcher.click(button, NOTHING, ORIGIN);

    assertThat(done).hasSize(2);
  }

  @Test
  void rights_are_checked_at_the_click_and_a_refused_click_uses_nothing_up() {
    Desk desk = desk(ActionSpec.once("ack").access(Desk.membersOnly()), acknowledge());
    String button = Desk.buttons(desk.say("/x")).get(0);

    Reply denied = desk.dispatcher.click(button, NOTHING, ORIGIN);
    desk.members.add("u1");
    Reply permitted = desk.dispatcher.click(button, NOTHING, ORIGIN);

    assertThat(denied.text()).startsWith("Only people in a roster may.");
    assertThat(permitted.text()).isEqualTo("acknowledged");
  }

  @Test
  void an_objection_of_the_handler_uses_nothing_up() {
    ActionHandler onlyAna =
        new ActionHandler() {
          @Override
          public Reply handle(Click click) {
            return Reply.of("confirmed");
          }

          @Override
          public Optional<Reply> objection(Click click) {
            return click.origin().actor().id().equals("u1")
                ? Optional.empty()
                : Optional.of(Reply.of("Only Ana may confirm this."));
          }
        };
    Desk desk = desk(ActionSpec.once("ack"), onlyAna);
    String button = Desk.buttons(desk.say("/x")).get(0);

    Reply other = desk.dispatcher.click(button, NOTHING, Desk.origin("u2", NOW));
    Reply ana = desk.dispatcher.click(button, NOTHING, ORIGIN);

    assertThat(other.text()).isEqualTo("Only Ana may confirm this.");
    assertThat(ana.text()).isEqualTo("confirmed");
  }

  @Test
  void an_old_button_says_until_when_it_worked() {
    Desk desk = desk(ActionSpec.once("ack").lasting(Duration.ofHours(1)), acknowledge());
    String button = Desk.buttons(desk.say("/x")).get(0);

    Reply reply =
        desk.dispatcher.click(button, NOTHING, Desk.origin("u1", NOW.plus(Duration.ofHours(1))));

    assertThat(done).isEmpty();
    assertThat(Desk.plain(reply))
        .contains(
            "This button is too old",
            "It worked until Mon 2026-03-09 14:30 UTC. Run the command again for a new one.");
  }

  @Test
  void a_button_that_nobody_knows_says_so() {
    Desk desk = desk(ActionSpec.once("ack"), acknowledge());
    desk.say("/x");

    for (String id :
        List.of("v1|ack|nothing", "v1|other|id-0", "v0|ack|id-0", "", "|||", "v1|share|id-0")) {
      assertThat(Desk.plain(desk.dispatcher.click(id, NOTHING, ORIGIN)))
          .as(id)
          .contains("This button is too old");
    }
    assertThat(done).isEmpty();
  }

  @Test
  void a_failing_handler_answers_with_the_correlation_id() {
    Desk desk =
        desk(
            ActionSpec.once("ack"),
            click -> {
              throw new IllegalStateException("detail");
            });
    String button = Desk.buttons(desk.say("/x")).get(0);

    assertThat(Desk.plain(desk.dispatcher.click(button, NOTHING, ORIGIN)))
        .contains("c0ffee")
        .doesNotContain("detail");
  }

  @Test
  void an_answer_goes_out_without_buttons_where_the_store_is_gone() {
    Desk desk = desk(ActionSpec.once("ack"), acknowledge());
    desk.records.goAway();

    Reply reply = desk.say("/x");

    assertThat(reply.cards().get(0).title()).isEqualTo("Series 12");
    assertThat(Desk.buttons(reply)).isEmpty();
    assertThat(desk.counted).containsExactly("/x ANSWERED PT0S");
  }

  @Test
  void a_click_while_the_store_is_gone_says_so() {
    Desk desk = desk(ActionSpec.once("ack"), acknowledge());
    String button = Desk.buttons(desk.say("/x")).get(0);
    desk.records.goAway();

    assertThat(Desk.plain(desk.dispatcher.click(button, NOTHING, ORIGIN)))
        .contains("The store does not answer", "c0ffee");
  }

  @Test
  void sharing_posts_the_same_cards_for_all_to_see_once() {
    Reply secret = Reply.of(Card.titled("404").fact("Meaning", "Not found").build()).shareable();
    Desk desk = new Desk(CommandRegistry.builder().command(spec(), invocation -> secret));
    Reply answer = desk.say("/x");
    String share = Desk.buttons(answer).get(0);

    Reply shared = desk.dispatcher.click(share, NOTHING, Desk.origin("u1", NOW));
    Reply again = desk.dispatcher.click(share, NOTHING, Desk.origin("u1", NOW));

    assertThat(answer.privacy()).isEqualTo(Privacy.PRIVATE);
    assertThat(answer.cards().get(0).actions()).extracting(Action::label).containsExactly("Share");
    assertThat(shared.privacy()).isEqualTo(Privacy.PUBLIC);
    assertThat(shared.cards()).isEqualTo(secret.cards());
    assertThat(again.privacy()).isEqualTo(Privacy.PRIVATE);
    assertThat(Desk.plain(again)).contains("Already done");
  }

  @Test
  void a_shared_answer_has_buttons_of_its_own() {
    Reply both = reply().shareable();
    Desk desk =
        new Desk(
            CommandRegistry.builder()
                .command(spec(), invocation -> both)
                .action(ActionSpec.once("ack"), acknowledge()));
    List<String> first = Desk.buttons(desk.say("/x"));

    List<String> second =
        Desk.buttons(desk.dispatcher.click(first.get(first.size() - 1), NOTHING, ORIGIN));

    assertThat(first).hasSize(3);
    assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
  }

  @Test
  void an_answer_too_long_for_the_store_has_no_button_to_share_it() {
    Reply endless = Reply.of(Card.titled("Log").code("x".repeat(70_000)).build()).shareable();
    Desk desk = new Desk(CommandRegistry.builder().command(spec(), invocation -> endless));

    Reply answer = desk.say("/x");

    assertThat(answer.cards()).isEqualTo(endless.cards());
    assertThat(desk.records.size()).isZero();
  }

  @Test
  void the_name_of_the_built_in_action_is_taken() {
    CommandRegistry registry =
        CommandRegistry.builder().action(ActionSpec.once("share"), acknowledge()).build();

    assertThatThrownBy(
            () -> new Actions(registry, new RecordsInMemory(), new ReplyCodec(id -> new byte[0])))
        .hasMessage("The action share is built in");
  }

  private Desk desk(ActionSpec action, ActionHandler handler) {
    return new Desk(
        CommandRegistry.builder().command(spec(), invocation -> reply()).action(action, handler));
  }

  private ActionHandler acknowledge() {
    return click -> {
      done.add(click);
      return Reply.of("acknowledged").replacing();
    };
  }

  private static CommandSpec spec() {
    return CommandSpec.of("x", "Does x", Signature.of());
  }

  private static Reply reply() {
    return Reply.of(
        Card.titled("Series 12")
            .action(Action.primary("Acknowledge", "ack", "series 12"))
            .action(
                Action.menu("Mute", List.of(new Action.Item("1 hour", "1h")), "ack", "series 13"))
            .build());
  }
}
