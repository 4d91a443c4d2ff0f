package dev.amserr.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.TestBot;
import dev.amserr.app.config.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailCommandTest {

  /** The digest is that of {@code printf %s a-token-for-good | sha256sum}. */
  private static final String TOKEN_FOR_GOOD =
      """
      ingest:
        tokens:
          - name: web
            sha256: 7488a999bccbadc1695c69068ba838b04e04a81bcd3e8f2ca775e64b98e80b5f
            sources: [good]
      """;

  @Test
  void standard_input_without_errors_needs_no_bot() {
    Program program = Program.runWithInput("all is well\n", "tail", "-");

    assertThat(program.exit()).isZero();
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).contains("0 errors reported");
  }

  @Test
  void one_error_is_one_error(@TempDir Path folder) throws IOException {
    try (TestBot bot = TestBot.start(folder, Map.of())) {

      Program program =
          Program.runWithInput(
              "failed with 0x8088002E\n", "tail", "--to", bot.url("/").toString(), "-");

      assertThat(program.exit()).isZero();
      assertThat(program.err().lines()).endsWith("amserr: 1 error reported");
    }
  }

  @Test
  void errors_that_the_bot_rejects_are_no_success(@TempDir Path folder) throws IOException {
    configure(folder, TOKEN_FOR_GOOD);
    try (TestBot bot = TestBot.start(folder, Map.of())) {

      Program program = tailWithToken(folder, bot, "other");

      assertThat(program.exit()).isEqualTo(2);
      assertThat(program.err().lines())
          .containsExactly(
              "amserr: the bot does not count this: The token web may not report for \"other\";"
                  + " add it to the token's sources.",
              "amserr: to report under another source, use --source NAME",
              "amserr: 0 errors reported, 1 rejected");
    }
  }

  @Test
  void the_token_is_read_from_the_file_that_is_named(@TempDir Path folder) throws IOException {
    configure(folder, TOKEN_FOR_GOOD);
    try (TestBot bot = TestBot.start(folder, Map.of())) {

      Program program = tailWithToken(folder, bot, "good");

      assertThat(program.err().lines()).containsExactly("amserr: 1 error reported");
      assertThat(program.exit()).isZero();
    }
  }

  @Test
  void a_file_of_the_token_that_can_not_be_read_is_named() {
    Environment environment = Environment.of(Map.of("AMSERR_INGEST_TOKEN_FILE", "not/there"));

    Program program = Program.runWithInput(environment, "", "tail", "-");

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.err()).contains("AMSERR_INGEST_TOKEN_FILE", "does not exist");
  }

  @Test
  void a_token_that_is_none_is_refused_and_not_shown() {
    Environment environment = Environment.of(Map.of("AMSERR_INGEST_TOKEN", "two\nhunter2"));

    Program program = Program.runWithInput(environment, "0x8088002E", "tail", "-");

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.err())
        .contains("AMSERR_INGEST_TOKEN", "without blanks")
        .doesNotContain("hunter2");
  }

  @Test
  void the_help_says_that_errors_which_are_all_rejected_are_no_success() {
    Program program = Program.run("tail", "--help");

    assertThat(program.out().replaceAll("\\s+", " ")).contains("2: bad usage", "rejected all of");
  }

  @Test
  void without_a_file_the_usage_is_told() {
    Program program = Program.run("tail");

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.err()).contains("FILE");
  }

  @Test
  void standard_input_and_files_do_not_go_together() {
    Program program = Program.run("tail", "-", "app.log");

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.err()).contains("not both");
  }

  @Test
  void a_folder_cannot_be_followed(@TempDir Path folder) {
    Program program = Program.run("tail", folder.toString());

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.err()).contains("is a folder");
  }

  @Test
  void an_address_that_is_none_is_named() {
    Program program = Program.runWithInput("", "tail", "--to", "localhost:8080", "-");

    assertThat(program.exit()).isEqualTo(2);
    assertThat(program.err()).contains("--to is no address");
  }

  private static Program tailWithToken(Path folder, TestBot bot, String source) throws IOException {
    Path secret = Files.writeString(folder.resolve("token"), "a-token-for-good\n");
    return Program.runWithInput(
        Environment.of(Map.of("AMSERR_INGEST_TOKEN_FILE", secret.toString())),
        "failed with 0x8088002E\n",
        "tail",
        "--to",
        bot.url("/").toString(),
        "--source",
        source,
        "-");
  }

  private static void configure(Path folder, String settings) throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(config.resolve("amserr.yaml"), settings);
  }
}
