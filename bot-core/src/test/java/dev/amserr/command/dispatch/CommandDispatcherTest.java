package dev.amserr.command.dispatch;

import static dev.amserr.command.SampleCommands.NOW;
import static dev.amserr.command.SampleCommands.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.command.Choice;
import dev.amserr.command.CommandHandler;
import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.Invocation;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.OptionValues;
import dev.amserr.command.SampleCommands;
import dev.amserr.command.Signature;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Privacy;
import dev.amserr.command.reply.Reply;
import dev.amserr.storage.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandDispatcherTest {

  @Test
  void a_line_reaches_its_handler_and_is_counted_with_its_duration() {
    Desk[] desk = new Desk[1];
    CommandHandler slow =
        invocation -> {
          desk[0].pass(Duration.ofMillis(30));
          return Reply.of("done");
        };
    desk[0] = new Desk(only(slow));

    Reply reply = desk[0].say("/x");

    assertThat(reply.text()).isEqualTo("done");
    assertThat(desk[0].counted).containsExactly("/x ANSWERED PT0.03S");
  }

  @Test
  void a_failure_becomes_an_answer_with_the_correlation_id_and_nothing_else() {
    Desk desk =
        new Desk(
            only(
                invocation -> {
                  throw new IllegalStateException("secret detail");
                }));

    String answer = Desk.plain(desk.say("/x"));

    assertThat(answer)
        .contains("That did not work", "c0ffee")
        .doesNotContain("secret detail", "IllegalState", "at dev.amserr");
    assertThat(desk.counted).containsExactly("/x FAILED PT0S");
  }

  @Test
  void an_error_that_is_not_the_machines_becomes_an_answer_too() {
    Desk desk =
        new Desk(
            only(
                invocation -> {
                  throw new NoClassDefFoundError("fonts");
                }));

    assertThat(Desk.plain(desk.say("/x"))).contains("c0ffee").doesNotContain("fonts");
  }

  @Test
  void an_error_of_the_virtual_machine_goes_on() {
    OutOfMemoryError fatal = new OutOfMemoryError("heap");
    Desk desk =
        new Desk(
            only(
                invocation -> {
                  throw fatal;
                }));

    assertThatThrownBy(() -> desk.say("/x")).isSameAs(fatal);
  }

  @Test
  void a_store_that_does_not_answer_is_said_plainly() {
    Desk desk =
        new Desk(
            only(
                invocation -> {
                  throw new StoreUnavailableException(
                      "The database is not reachable.", new IllegalStateException("refused"));
                }));

    assertThat(Desk.plain(desk.say("/x")))
        .contains("The store does not answer", "The database is not reachable.", "c0ffee");
    assertThat(desk.counted).containsExactly("/x UNAVAILABLE PT0S");
  }

  @Test
  void who_may_not_is_told_why_and_the_handler_is_not_asked() {
    Desk desk = new Desk(SampleCommands.registry());
    String line = "/oncall cover player primary from:now until:+1h";

    Reply denied = desk.say(line);
    desk.members.add("u1");
    Reply permitted = desk.say(line);

    assertThat(denied.text()).isEqualTo("Only people in a roster may. Ask Ana to add you.");
    assertThat(permitted.text()).startsWith("/oncall cover");
    assertThat(desk.counted)
        .containsExactly("/oncall cover DENIED PT0S", "/oncall cover ANSWERED PT0S");
  }

  @Test
  void what_can_not_be_understood_is_answered_and_counted_without_what_was_written() {
    Desk desk = new Desk(SampleCommands.registry());

    Reply reply = desk.say("/weather");

    assertThat(reply.text()).startsWith("There is no command “/weather”.");
    assertThat(desk.counted).containsExactly("unknown REFUSED PT0S");
  }

  @Test
  void help_is_answered_from_the_declarations() {
    Desk desk = new Desk(SampleCommands.registry());

    assertThat(Desk.plain(desk.say("/help"))).contains("/amserr code…", "/oncall cover");
    assertThat(Desk.plain(desk.say("/help oncall"))).startsWith("/oncall");
    assertThat(desk.counted).containsExactly("help ANSWERED PT0S", "help ANSWERED PT0S");
  }

  @Test
  void a_call_of_an_older_declaration_is_answered() {
    Desk desk = new Desk(SampleCommands.registry());
    Invocation old =
        new Invocation(
            CommandPath.of("codes", "find"), OptionValues.none(), Privacy.PRIVATE, ORIGIN);

    assertThat(desk.dispatcher.dispatch(old).text()).startsWith("There is no command /codes find.");
  }

  @Test
  void an_answer_asked_for_in_public_is_public_in_the_form_made_for_it() {
    Reply forAll = Reply.of(Card.titled("Ana").build());
    Reply forOne = Reply.of(Card.titled("Ana").fact("Phone", "+34").build()).shareableAs(forAll);
    CommandSpec spec = CommandSpec.of("x", "Does x", Signature.of(OptionSpec.share()));
    Desk desk = new Desk(CommandRegistry.builder().command(spec, invocation -> forOne));

    Reply reply = desk.say("/x --share");

    assertThat(reply.privacy()).isEqualTo(Privacy.PUBLIC);
    assertThat(reply.cards()).isEqualTo(forAll.cards());
  }

  @Test
  void a_failure_of_a_public_command_stays_private() {
    CommandSpec spec = CommandSpec.of("x", "Does x", Signature.of(OptionSpec.share()));
    Desk desk =
        new Desk(
            CommandRegistry.builder()
                .command(
                    spec,
                    invocation -> {
                      throw new IllegalStateException();
                    }));

    assertThat(desk.say("/x --share").privacy()).isEqualTo(Privacy.PRIVATE);
  }

  @Test
  void suggestions_are_at_most_25_and_a_failing_source_has_none() {
    CommandSpec spec =
        CommandSpec.of(
            "x",
            "Does x",
            Signature.of(
                OptionSpec.team("team", "Which").suggestedBy("many"),
                OptionSpec.text("word", "Which").suggestedBy("broken")));
    List<Choice> many = IntStream.range(0, 40).mapToObj(i -> Choice.of("team" + i)).toList();
    Desk desk =
        new Desk(
            CommandRegistry.builder()
                .autocomplete("many", (typed, unfinished) -> many)
                .autocomplete(
                    "broken",
                    (typed, unfinished) -> {
                      throw new IllegalStateException();
                    })
                .command(spec, invocation -> Reply.of("done")));
    Invocation unfinished =
        new Invocation(CommandPath.of("x"), OptionValues.none(), Privacy.PRIVATE, ORIGIN);

    assertThat(desk.dispatcher.suggest("team", "t", unfinished)).isEqualTo(many.subList(0, 25));
    assertThat(desk.dispatcher.suggest("word", "w", unfinished)).isEmpty();
    assertThat(desk.dispatcher.suggest("other", "o", unfinished)).isEmpty();
  }

  @Test
  void twenty_calls_go_through_at_once_and_then_one_a_second() {
    Desk desk = new Desk(SampleCommands.registry());

    for (int i = 0; i < 20; i++) {
      assertThat(desk.say("/amserr 404").text()).startsWith("/amserr");
    }
    Reply tooMuch = desk.say("/amserr 404");
    desk.pass(Duration.ofMillis(999));
    Reply stillTooMuch = desk.say("/amserr 404");
    desk.pass(Duration.ofMillis(1));
    Reply again = desk.say("/amserr 404");

    assertThat(tooMuch.text()).isEqualTo("That was a lot at once. Try again in 1 second.");
    assertThat(stillTooMuch.text()).contains("Try again in 1 second.");
    assertThat(again.text()).startsWith("/amserr");
    assertThat(desk.counted.get(20)).isEqualTo("/amserr LIMITED PT0S");
  }

  @Test
  void in_the_long_run_sixty_a_minute_go_through() {
    Desk desk = new Desk(SampleCommands.registry());
    desk.say("/amserr 404");

    for (int tenth = 0; tenth < 10 * 600; tenth++) {
      desk.pass(Duration.ofMillis(100));
      desk.say("/amserr 404");
    }

    assertThat(desk.counted.stream().filter(c -> c.contains("ANSWERED")).count())
        .isBetween(619L, 621L);
  }

  @Test
  void one_person_does_not_use_up_what_another_has() {
    Desk desk = new Desk(SampleCommands.registry(), new RateLimit(6, 1));

    desk.say("/amserr 404");
    Reply limited = desk.say("/amserr 404");
    Reply other = desk.dispatcher.dispatch("/amserr 404", Desk.origin("u2", NOW));

    assertThat(limited.text()).contains("Try again in 10 seconds.");
    assertThat(other.text()).startsWith("/amserr");
  }

  private static CommandRegistry.Builder only(CommandHandler handler) {
    return CommandRegistry.builder()
        .command(CommandSpec.of("x", "Does x", Signature.of()), handler);
  }
}
