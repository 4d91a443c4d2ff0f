package dev.amserr.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.Invocation;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.OptionValues;
import dev.amserr.command.SampleCommands;
import dev.amserr.command.Signature;
import dev.amserr.command.reply.ActionId;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Privacy;
import dev.amserr.command.reply.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Buttons to share that carry the call instead of an answer that is stored. */
class SharedByAskingAgainTest {

  private static final Instant NOW = SampleCommands.NOW;
  private static final List<String> NOTHING = List.of();

  private final AtomicInteger answers = new AtomicInteger();
  private final Desk desk =
      new Desk(
          CommandRegistry.builder()
              .command(
                  CommandSpec.of(
                      "say",
                      "Says it",
                      Signature.of(
                              OptionSpec.text("words", "What").required().restOfLine(),
                              OptionSpec.text("tone", "How"),
                              OptionSpec.share())
                          .repeatable()),
                  this::say)
              .command(CommandSpec.of("once", "Not again", Signature.of()), call -> card("once")));

  @Test
  void nothing_is_stored_for_a_button_that_nobody_presses() {
    Reply answer = desk.say("/say größe 0x8088002E");

    assertThat(Desk.buttons(answer)).hasSize(1).allMatch(id -> id.startsWith("v1|share|."));
    assertThat(Desk.buttons(answer).get(0)).hasSizeLessThanOrEqualTo(ActionId.LONGEST);
    assertThat(desk.records.size()).isZero();
  }

  @Test
  void pressed_the_call_is_made_again_with_its_options_for_all_to_see() {
    String button = Desk.buttons(desk.say("/say tone:warm größe & 0x8088002E")).get(0);

    Reply shared = desk.dispatcher.click(button, NOTHING, Desk.origin("ben", NOW));

    assertThat(shared.privacy()).isEqualTo(Privacy.PUBLIC);
    assertThat(Desk.plain(shared)).contains("größe & 0x8088002E").contains("warm").contains("no 2");
    assertThat(Desk.buttons(shared)).isEmpty();
  }

  @Test
  void of_two_who_press_one_shares_it() {
    String button = Desk.buttons(desk.say("/say hello")).get(0);

    desk.dispatcher.click(button, NOTHING, Desk.origin("ben", NOW));
    Reply second = desk.dispatcher.click(button, NOTHING, Desk.origin("ana", NOW));

    assertThat(Desk.plain(second)).contains("Already done").contains("ben");
    assertThat(answers).hasValue(2);
  }

  @Test
  void the_buttons_of_two_calls_that_say_the_same_are_two() {
    CommandDispatcher dispatcher = desk.dispatcher;
    String one = Desk.buttons(dispatcher.dispatch("/say hello", Desk.origin("ana", NOW))).get(0);
    String other =
        Desk.buttons(dispatcher.dispatch("/say hello", Desk.origin("ana", NOW.plusSeconds(1))))
            .get(0);

    dispatcher.click(one, NOTHING, Desk.origin("ben", NOW));

    assertThat(Desk.plain(dispatcher.click(other, NOTHING, Desk.origin("ben", NOW))))
        .doesNotContain("Already done");
  }

  @Test
  void after_a_week_the_button_is_too_old() {
    String button = Desk.buttons(desk.say("/say hello")).get(0);

    Reply late =
        desk.dispatcher.click(button, NOTHING, Desk.origin("ben", NOW.plus(Duration.ofDays(7))));

    assertThat(Desk.plain(late)).contains("too old");
    assertThat(answers).hasValue(1);
  }

  @Test
  void a_call_too_long_for_a_button_is_stored() {
    Reply answer = desk.say("/say " + "long ".repeat(20));

    assertThat(Desk.buttons(answer)).hasSize(1).noneMatch(id -> id.startsWith("v1|share|."));
    assertThat(desk.records.size()).isEqualTo(1);
  }

  @Test
  void a_command_that_may_not_be_asked_again_is_stored() {
    String stored = Desk.buttons(desk.say("/once")).get(0);
    Invocation call =
        new Invocation(
            CommandPath.of("once"), OptionValues.none(), Privacy.PRIVATE, SampleCommands.ORIGIN);
    String forged = RepeatableCall.id("share", call).orElseThrow().toString();

    Reply refused = desk.dispatcher.click(forged, NOTHING, SampleCommands.ORIGIN);

    assertThat(stored).doesNotContain("|.");
    assertThat(Desk.plain(refused)).contains("too old");
    assertThat(answers).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1|share|.",
        "v1|share|.AAAA",
        "v1|share|.AAAAAAAAAAA",
        "v1|share|.A-_A-_A-_A-_AA"
      })
  void what_is_no_call_is_too_old(String button) {
    Reply refused = desk.dispatcher.click(button, NOTHING, SampleCommands.ORIGIN);

    assertThat(Desk.plain(refused)).contains("too old");
  }

  @Test
  void only_what_is_for_everyone_is_declared_so() {
    assertThatThrownBy(() -> Signature.of().access(Desk.membersOnly()).repeatable())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("for everyone");
  }

  private Reply say(Invocation call) {
    return card(
        call.options().requiredText("words") + " " + call.options().text("tone").orElse("plain"));
  }

  private Reply card(String text) {
    return Reply.of(Card.titled(text).text("no " + answers.incrementAndGet()).build()).shareable();
  }
}
