package dev.amserr.recurrence.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.errorcode.CatalogLoader;
import dev.amserr.errorcode.Decoder;
import dev.amserr.recurrence.Occurrence;
import org.junit.jupiter.api.Test;

class LogLinesTest {

  private final LogLines lines = new LogLines(new Decoder(CatalogLoader.builtIn()), "origin-1");

  @Test
  void a_line_with_a_code_is_an_occurrence_with_the_line_as_its_message() {
    String line = "2026-06-08 12:00:00 ERROR publish failed hr=0x8088002E token=secretsecret";

    assertThat(lines.read(line))
        .containsExactly(
            new Occurrence(
                "0x8088002E",
                "iis-management",
                "origin-1",
                null,
                1,
                "2026-06-08 12:00:00 ERROR publish failed hr=0x8088002E token=***",
                null,
                null));
  }

  @Test
  void a_code_that_stands_twice_in_a_line_is_one_occurrence() {
    assertThat(lines.read("0x8088002E (again 0x8088002E)")).hasSize(1);
  }

  @Test
  void a_healthy_line_is_none() {
    assertThat(lines.read("bitrate=2000000 width=1920 fps=30 segment 1003 loaded")).isEmpty();
    assertThat(lines.read("")).isEmpty();
  }
}
