package dev.amserr.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.About;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineProgramTest {

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "oncall --version", "digest preview -V"})
  void every_command_says_its_version(String arguments) {
    Program program = Program.run(arguments.split(" "));

    assertThat(program.exit()).isZero();
    assertThat(program.out().lines()).containsExactly("amserr " + About.version());
  }

  @ParameterizedTest
  @CsvSource({
    "check-config --at 5,"
        + " Invalid value for option '--at': 5 is no moment; expected one such as"
        + " 2026-06-10T12:00:00Z",
    "serve --port abc, Invalid value for option '--port': abc is no whole number",
    "tail --to a|b -,"
        + " Invalid value for option '--to': a|b is no address; expected one such as"
        + " https://amserr.example.com"
  })
  void a_value_that_cannot_be_read_is_answered_in_plain_words(String arguments, String sentence) {
    Program program = Program.run(arguments.split(" "));

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.err().lines().findFirst()).contains(sentence);
    assertThat(program.err()).doesNotContain("java.");
  }

  @Test
  void a_manifest_is_made_for_a_host_in_ascii_and_with_more_rights_in_any_case() {
    Program foreign = Program.run("slack-manifest", "--url", "https://m\u00fcnchen.example");
    Program more =
        Program.run("slack-manifest", "--url", "https://a.example", "--with", "pictures");

    assertThat(foreign.exit()).isEqualTo(2);
    assertThat(foreign.err()).contains("ASCII form").doesNotContain("https addresses only");
    assertThat(more.exit()).isZero();
    assertThat(more.out()).contains("files:write");
  }

  @Test
  void an_address_with_a_query_is_not_taken_for_one_without_https() {
    Program program = Program.run("slack-manifest", "--url", "https://a.example/x?y=1");

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).contains("without ? and #").doesNotContain("https addresses only");
  }
}
