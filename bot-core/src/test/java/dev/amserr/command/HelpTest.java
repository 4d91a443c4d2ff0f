package dev.amserr.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.parse.CommandInput;
import dev.amserr.command.parse.TextCommandParser;
import dev.amserr.command.render.PlainTextRenderer;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.reply.Reply;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HelpTest {

  private final Help help = new Help(SampleCommands.registry().build());

  @Test
  void all_commands_stand_with_their_options_and_who_may() {
    String text = plain(help.all());

    assertThat(text)
        .contains("/amserr code… [system:…] [--share] Explains an error code")
        .contains("/codes search words… Finds codes by words")
        .contains(
            "/oncall cover team:… level:primary|backup from:… until:… [by:…] Takes over a shift"
                + " (for people in a roster)")
        .contains("/errors mute code:… [length:…] Keeps quiet about one (for operators)");
  }

  @Test
  void what_the_list_says_to_write_leads_to_the_command_itself() {
    CommandRegistry registry = SampleCommands.registry().build();
    TextCommandParser parser = new TextCommandParser(registry);

    assertThat(plain(help.all())).contains("its name and --help, such as /amserr --help.");
    assertThat(registry.specs().stream().flatMap(spec -> spec.signatures().keySet().stream()))
        .isNotEmpty()
        .allSatisfy(
            path ->
                assertThat(parser.parse(path + " --help", SampleCommands.ORIGIN))
                    .isEqualTo(new CommandInput.HelpWanted(path.command())));
  }

  @Test
  void a_command_explains_its_options_and_gives_examples() {
    String text = plain(help.about("amserr").orElseThrow());

    assertThat(text)
        .contains("A code, or text with codes in it (required)")
        .contains("/amserr 0x8088002E")
        .contains("search, systems, diff");
  }

  @Test
  void a_command_with_a_default_says_what_it_means_alone() {
    assertThat(plain(help.about("oncall").orElseThrow()))
        .contains("Without a subcommand, /oncall means who.");
  }

  @Test
  void there_is_no_help_about_what_does_not_exist() {
    assertThat(help.about("weather")).isEmpty();
  }

  private static String plain(Reply reply) {
    return PlainTextRenderer.unlimited()
        .render(reply, new ReaderTime(ZoneOffset.UTC, SampleCommands.NOW));
  }
}
