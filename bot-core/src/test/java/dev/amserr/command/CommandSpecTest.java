package dev.amserr.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandSpecTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Amserr", "am serr", "ämserr", "a/b", "123456789012345678901234567890123"})
  void a_name_outside_of_discords_rules_is_refused(String name) {
    assertThatThrownBy(() -> CommandSpec.of(name, "Explains", Signature.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 32 of a-z, 0-9, - and _");
  }

  @Test
  void a_name_of_32_characters_is_fine() {
    String name = "a".repeat(32);

    assertThat(CommandSpec.of(name, "Explains", Signature.of()).name()).isEqualTo(name);
  }

  @Test
  void a_description_has_1_to_100_characters() {
    assertThat(OptionSpec.text("x", "d".repeat(100)).description()).hasSize(100);
    assertThatThrownBy(() -> OptionSpec.text("x", "d".repeat(101)))
        .hasMessageContaining("1 to 100 characters");
    assertThatThrownBy(() -> OptionSpec.text("x", " ")).hasMessageContaining("1 to 100 characters");
  }

  @Test
  void a_description_is_measured_in_characters_as_people_count_them() {
    String hundred = "\uD83D\uDD25".repeat(100);

    assertThat(OptionSpec.text("x", hundred).description()).isEqualTo(hundred);
  }

  @Test
  void more_than_25_options_are_refused() {
    OptionSpec[] options =
        IntStream.range(0, 26)
            .mapToObj(i -> OptionSpec.text("o" + i, "An option"))
            .toArray(OptionSpec[]::new);

    assertThatThrownBy(() -> Signature.of(options)).hasMessageContaining("26 options");
  }

  @Test
  void more_than_25_choices_are_refused() {
    List<Choice> choices = IntStream.range(0, 26).mapToObj(i -> Choice.of("c" + i)).toList();

    assertThatThrownBy(() -> OptionSpec.choice("level", "Which", choices))
        .hasMessageContaining("26 choices");
  }

  @Test
  void choices_belong_to_the_type_choice() {
    assertThatThrownBy(() -> OptionSpec.choice("level", "Which", List.of()))
        .hasMessageContaining("choices belong to the type CHOICE");
  }

  @Test
  void an_option_can_not_stand_twice() {
    assertThatThrownBy(() -> Signature.of(OptionSpec.text("x", "One"), OptionSpec.flag("x", "Two")))
        .hasMessageContaining("the option x twice");
  }

  @Test
  void a_required_option_can_not_follow_an_optional_one() {
    assertThatThrownBy(
            () -> Signature.of(OptionSpec.text("x", "One"), OptionSpec.text("y", "Two").required()))
        .hasMessageContaining("Required options come first: y");
  }

  @Test
  void only_one_option_takes_the_rest_of_a_line() {
    assertThatThrownBy(
            () ->
                Signature.of(
                    OptionSpec.text("x", "One").restOfLine(),
                    OptionSpec.text("y", "Two").restOfLine()))
        .hasMessageContaining("Only one option");
    assertThatThrownBy(() -> OptionSpec.integer("n", "A number").restOfLine())
        .hasMessageContaining("only a text or a code");
  }

  @Test
  void a_default_must_be_a_subcommand() {
    assertThatThrownBy(() -> SampleCommands.codes().defaultingTo("find"))
        .hasMessageContaining("/codes has no subcommand find");
  }

  @Test
  void a_command_with_subcommands_can_not_borrow_others() {
    assertThatThrownBy(() -> SampleCommands.codes().textSubcommandsOf("oncall"))
        .hasMessageContaining("it has its own");
  }

  @Test
  void options_and_subcommands_exclude_each_other() {
    CommandSpec codes = SampleCommands.codes();

    assertThatThrownBy(
            () ->
                new CommandSpec(
                    "codes",
                    "Searches",
                    Signature.of(OptionSpec.share()),
                    codes.subcommands(),
                    null,
                    null,
                    codes.localisations()))
        .hasMessageContaining("both options and subcommands");
  }

  @Test
  void a_localised_name_follows_the_same_rules() {
    assertThatThrownBy(
            () -> SampleCommands.amserr().localised(Locale.GERMAN, "Fehler", "Erklärt einen Code"))
        .hasMessageContaining("\"Fehler\" is no name");
    assertThat(
            SampleCommands.amserr()
                .localised(Locale.GERMAN, "fehler", "Erklärt einen Code")
                .localisations())
        .containsEntry(Locale.GERMAN, new Localisation("fehler", "Erklärt einen Code"));
  }

  @Test
  void a_command_with_subcommands_is_called_by_those_only() {
    assertThat(SampleCommands.codes().signatures().keySet())
        .extracting(CommandPath::toString)
        .containsExactly("/codes search", "/codes systems", "/codes diff");
    assertThat(SampleCommands.amserr().signatures().keySet())
        .extracting(CommandPath::toString)
        .containsExactly("/amserr");
  }
}
