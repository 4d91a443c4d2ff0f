package dev.amserr.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.TestBot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailCommandTest {

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
}
