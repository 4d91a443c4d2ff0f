package dev.amserr.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.config.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

  @Test
  void a_process_whose_output_is_a_pipe_has_no_colours() {
    assertThat(Terminal.ofProcess(Environment.of(Map.of("TERM", "xterm"))).coloured()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"120, 120", "9, 100", "wide, 100", "99999, 100", "-5, 100"})
  void the_width_is_that_of_the_window_where_it_is_sensible(String columns, int width) {
    assertThat(Terminal.ofProcess(Environment.of(Map.of("COLUMNS", columns))).width())
        .isEqualTo(width);
  }
}
