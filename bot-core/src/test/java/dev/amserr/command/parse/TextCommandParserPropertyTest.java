package dev.amserr.command.parse;

import static dev.amserr.command.SampleCommands.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.SampleCommands;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TextCommandParserPropertyTest {

  private final TextCommandParser parser = new TextCommandParser(SampleCommands.registry().build());

  @Property
  void any_text_gets_an_answer(@ForAll String line) {
    assertThat(parser.parse(line, ORIGIN)).isNotNull();
  }

  @Property
  void any_mixture_of_what_the_grammar_knows_gets_an_answer_with_a_sentence(
      @ForAll("mixtures") String line) {
    String sentence =
        parser
            .parse(line, ORIGIN)
            .fold(ready -> "ready", help -> "help", CommandInput.Refused::sentence);

    assertThat(sentence).isNotBlank();
  }

  @Property
  void text_of_several_lines_arrives_to_the_letter(
      @ForAll("anything") String first, @ForAll("anything") String second) {
    String text = "<" + first + "\n" + second;

    String code = code("/amserr " + text);

    assertThat(code).isEqualTo(text);
  }

  @Property
  void a_single_line_without_options_at_its_end_arrives_to_the_letter(
      @ForAll("singleLines") String line) {
    String text = "0x5 " + line + " end";

    String code = code("/amserr " + text);

    assertThat(code).isEqualTo(text);
  }

  @Test
  void a_megabyte_of_open_quotes_and_keys_is_read_in_time() {
    String bait = "/amserr " + "\"a 'b \u201cc key:\"d --e=\"f ".repeat(40_000);

    Assertions.assertTimeout(
        Duration.ofSeconds(5), () -> assertThat(parser.parse(bait, ORIGIN)).isNotNull());
  }

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(
            "/amserr",
            "/oncall",
            "/errors",
            "/codes",
            "cover",
            "uncover",
            "diff",
            "search",
            "--",
            "\u2014",
            "-",
            ":",
            "=",
            "\"",
            "'",
            "\u201c",
            "\u201d",
            " ",
            "  ",
            "\n",
            "team:",
            "at:",
            "from:",
            "until:",
            "level:primary",
            "--share",
            "--system",
            "share:",
            "code:",
            "now",
            "+2h",
            "2026-03-09",
            "14:30",
            "7d",
            "12",
            "player",
            "<@U1>",
            "@ana",
            "\uD83D",
            "\u0000")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> anything() {
    return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(60), mixtures());
  }

  @Provide
  Arbitrary<String> singleLines() {
    return Arbitraries.strings().excludeChars('\n', '\r').ofMaxLength(60);
  }

  private String code(String line) {
    return parser
        .parse(line, ORIGIN)
        .fold(
            ready -> ready.invocation().options().requiredText("code"),
            help -> "help",
            CommandInput.Refused::sentence);
  }
}
