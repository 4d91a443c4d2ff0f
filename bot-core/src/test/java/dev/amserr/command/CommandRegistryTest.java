package dev.amserr.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.command.reply.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandRegistryTest {

  private static final CommandHandler HANDLER = invocation -> Reply.of("fine");

  @Test
  void registering_a_command_twice_fails() {
    CommandRegistry.Builder builder = SampleCommands.registry();

    assertThatThrownBy(() -> builder.command(SampleCommands.amserr(), HANDLER))
        .hasMessage("The command /amserr is registered twice");
  }

  @Test
  void registering_an_action_twice_fails() {
    CommandRegistry.Builder builder =
        CommandRegistry.builder().action(ActionSpec.once("ack"), click -> Reply.of("done"));

    assertThatThrownBy(() -> builder.action(ActionSpec.once("ack"), click -> Reply.of("done")))
        .hasMessage("The action ack is registered twice");
  }

  @Test
  void a_subcommand_without_a_handler_fails() {
    assertThatThrownBy(
            () ->
                CommandRegistry.builder()
                    .command(SampleCommands.codes(), Map.of("search", HANDLER, "diff", HANDLER)))
        .hasMessage("/codes declares [diff, search, systems] but has handlers for [diff, search]");
  }

  @Test
  void a_command_that_borrows_from_nobody_fails() {
    CommandRegistry.Builder builder =
        CommandRegistry.builder()
            .autocomplete("system", (typed, unfinished) -> List.of())
            .command(SampleCommands.amserr(), HANDLER);

    assertThatThrownBy(builder::build)
        .hasMessage("/amserr borrows the subcommands of /codes, which has none");
  }

  @Test
  void an_option_with_an_unknown_source_of_suggestions_fails() {
    CommandSpec spec =
        CommandSpec.of(
            "x", "Does x", Signature.of(OptionSpec.team("team", "Which").suggestedBy("teams")));
    CommandRegistry.Builder builder = CommandRegistry.builder().command(spec, HANDLER);

    assertThatThrownBy(builder::build)
        .hasMessage("/x: team is suggested by teams, which is not registered");
  }

  @Test
  void declarations_keep_their_order() {
    CommandRegistry registry = SampleCommands.registry().build();

    assertThat(registry.specs())
        .extracting(CommandSpec::name)
        .containsExactly("amserr", "codes", "oncall", "errors");
  }

  @Test
  void what_is_registered_is_found_and_nothing_else() {
    CommandRegistry registry = SampleCommands.registry().build();

    assertThat(registry.handler(CommandPath.of("codes", "search"))).isPresent();
    assertThat(registry.signature(CommandPath.of("codes", "search"))).isPresent();
    assertThat(registry.handler(CommandPath.of("codes"))).isEmpty();
    assertThat(registry.spec("nothing")).isEmpty();
  }

  @Test
  void a_mistyped_command_has_near_names() {
    CommandRegistry registry = SampleCommands.registry().build();

    assertThat(registry.nearest("onacll")).containsExactly("oncall");
    assertThat(registry.nearest("weather")).isEmpty();
  }
}
