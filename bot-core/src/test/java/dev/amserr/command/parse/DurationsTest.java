package dev.amserr.command.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "90s, PT1M30S",
    "30m, PT30M",
    "30 min, PT30M",
    "24h, PT24H",
    "24H, PT24H",
    "1h30m, PT1H30M",
    "1h 30m, PT1H30M",
    "2 days, PT48H",
    "7d, PT168H",
    "2w, PT336H",
    "PT2H, PT2H",
    "p1dt1h, PT25H"
  })
  void a_length_of_time_is_understood(String text, Duration expected) {
    assertThat(Durations.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "h",
        "5",
        "-2h",
        "0m",
        "1.5h",
        "1x",
        "1h30",
        "99999999d",
        "3661d",
        "P",
        "PT-1H"
      })
  void what_is_none_or_too_long_is_not(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }
}
