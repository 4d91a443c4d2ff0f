package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesWordsTest {

  @ParameterizedTest
  @CsvSource({
    "0, '0'",
    "0.001, '0'",
    "2.5, '2.5'",
    "2.833333, '2.83'",
    "10.04, '10'",
    "99.96, '100'",
    "250.4, '250'",
    "3000000, '3,000,000'"
  })
  void a_number_is_short_and_its_thousands_stand_apart(double value, String expected) {
    assertThat(SeriesWords.number(value)).isEqualTo(expected);
  }
}
