package dev.amserr.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({"90s, PT1M30S", "15m, PT15M", "24h, PT24H", "7d, PT168H", "0s, PT0S"})
  void a_number_and_a_unit_are_read(String text, Duration expected) {
    assertThat(Durations.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "15", "m", "-1m", "1.5h", "1h30m", "1w", "PT15M", "12345678s"})
  void anything_else_is_not(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT59S, 59 s",
    "PT119M, 1 h",
    "PT59M59S, 59 min",
    "PT3H5M, 3 h",
    "PT49H, 2 d"
  })
  void the_largest_whole_unit_is_said(Duration duration, String expected) {
    assertThat(Durations.rough(duration)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT90S, 90 s",
    "PT1H, 1 h",
    "PT90M, 90 min",
    "PT9H46M, 9 h 46 min",
    "PT24H, 24 h",
    "PT36H, 36 h",
    "PT168H, 7 d",
    "PT24H1S, 86401 s"
  })
  void nothing_of_a_length_is_left_out(Duration duration, String expected) {
    assertThat(Durations.exact(duration)).isEqualTo(expected);
  }
}
