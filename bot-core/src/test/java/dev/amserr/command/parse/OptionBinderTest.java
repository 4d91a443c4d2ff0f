package dev.amserr.command.parse;

import static dev.amserr.command.SampleCommands.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.CommandPath;
import dev.amserr.command.PersonRef;
import dev.amserr.command.SampleCommands;
import dev.amserr.command.When;
import dev.amserr.command.reply.Privacy;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionBinderTest {

  private final OptionBinder binder = new OptionBinder(SampleCommands.registry().build());

  @Test
  void values_are_read_by_the_type_of_their_option() {
    CommandInput input =
        binder.bind(
            CommandPath.of("oncall", "cover"),
            Map.of(
                "team", "player",
                "level", "primary",
                "from", "2026-03-09 18:00",
                "until", "2026-03-10T09:00",
                "by", "<@100000000000000001>"),
            ORIGIN);

    Map<String, Object> values =
        input.fold(r -> r.invocation().options().values(), h -> Map.of(), r -> Map.of());
    assertThat(values)
        .containsEntry("team", "player")
        .containsEntry("level", "primary")
        .containsEntry("from", new When.Local(LocalDateTime.parse("2026-03-09T18:00")))
        .containsEntry("until", new When.Local(LocalDateTime.parse("2026-03-10T09:00")))
        .containsEntry("by", new PersonRef.ById("100000000000000001"));
  }

  @Test
  void the_flag_share_settles_the_privacy() {
    CommandInput input =
        binder.bind(CommandPath.of("amserr"), Map.of("code", "404", "share", "true"), ORIGIN);

    Privacy privacy = input.fold(r -> r.invocation().privacy(), h -> null, r -> null);
    assertThat(privacy).isEqualTo(Privacy.PUBLIC);
  }

  @Test
  void a_suggestion_that_was_not_taken_is_checked_again() {
    assertThat(
            sentence(
                CommandPath.of("oncall", "cover"),
                Map.of("team", "player", "level", "third", "from", "now", "until", "+1h")))
        .isEqualTo("“third” is no level. Choose from primary, backup.");
  }

  @Test
  void what_is_missing_is_named() {
    assertThat(sentence(CommandPath.of("amserr"), Map.of()))
        .startsWith("/amserr needs code (A code, or text with codes in it).");
  }

  @Test
  void an_option_of_an_older_declaration_is_named() {
    assertThat(sentence(CommandPath.of("amserr"), Map.of("cod", "404")))
        .startsWith("/amserr has no option “cod”. Did you mean code?");
  }

  @Test
  void a_command_of_an_older_declaration_says_so() {
    assertThat(sentence(CommandPath.of("codes", "find"), Map.of()))
        .isEqualTo("There is no command /codes find any more. Reload the app and pick it anew.");
  }

  private String sentence(CommandPath path, Map<String, String> raw) {
    return binder
        .bind(path, raw, ORIGIN)
        .fold(ready -> "ready", help -> "help", CommandInput.Refused::sentence);
  }
}
