package dev.amserr.command.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.When;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  /** In Auckland this is already the 10th of March, 02:30. */
  private static final Instant NOW = Instant.parse("2026-03-09T13:30:00Z");

  @ParameterizedTest
  @CsvSource({
    "14:30, 2026-03-10T14:30",
    "9:05, 2026-03-10T09:05",
    "14:30:15, 2026-03-10T14:30:15",
    "today, 2026-03-10T00:00",
    "tomorrow 09:00, 2026-03-11T09:00",
    "Yesterday 9:00, 2026-03-09T09:00",
    "2026-06-01, 2026-06-01T00:00",
    "2026-06-01 08:15, 2026-06-01T08:15",
    "2026-06-01T08:15, 2026-06-01T08:15"
  })
  void a_time_without_offset_stays_local_to_the_reader(String text, LocalDateTime expected) {
    assertThat(parse(text)).contains(new When.Local(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "now, 2026-03-09T13:30:00Z",
    "+2h, 2026-03-09T15:30:00Z",
    "-30m, 2026-03-09T13:00:00Z",
    "2026-03-09T13:30:00Z, 2026-03-09T13:30:00Z",
    "2026-03-09T14:30+01:00, 2026-03-09T13:30:00Z",
    "2026-03-09 14:30+01:00, 2026-03-09T13:30:00Z",
    "2026-03-09T14:30+01:00[Europe/Berlin], 2026-03-09T13:30:00Z"
  })
  void a_time_that_needs_no_zone_is_exact(String text, Instant expected) {
    assertThat(parse(text)).contains(new When.Exact(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lunch",
        "25:00",
        "14:60",
        "2026-02-30",
        "2026-13-01",
        "14",
        "today09:00",
        " 14:30",
        "2026-06-01T",
        "+",
        "+2",
        "1969-12-31",
        "2200-01-01",
        "+999999999-01-01T00:00:00Z"
      })
  void what_is_no_time_is_not_understood(String text) {
    assertThat(parse(text)).isEmpty();
  }

  private static Optional<When> parse(String text) {
    return Times.parse(text, NOW, ZoneId.of("Pacific/Auckland"));
  }
}
