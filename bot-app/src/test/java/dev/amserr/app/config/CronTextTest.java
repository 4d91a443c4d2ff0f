package dev.amserr.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 9 * * MON-FRI | 0 9 * * MON-FRI",
        "0 9 * * fri     | 0 9 * * FRI",
        "*/15 8-18 * * 7 | */15 8-18 * * 7",
        "0   0 29 feb *  | 0 0 29 FEB *",
        "0,30 9 1,15 * * | 0,30 9 1,15 * *",
      })
  void five_fields_are_accepted_in_any_case(String text, String cron) {
    assertThat(CronText.parse(text)).contains(cron);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0 9 * *",
        "0 0 9 * * *",
        "60 9 * * *",
        "0 24 * * *",
        "0 0 31 2 *",
        "0 0 30 FEB *",
        "@daily",
        "0 9 L * *",
        "0 9 ? * MON",
        "0 9 * * MON#1",
        "*/0 * * * *",
        "5-3 * * * *",
        "0 9 * * * || 0 10 * * *",
        "٠ 9 * * *",
        "99999999999 * * * *",
      })
  void anything_else_and_what_never_comes_is_not(String text) {
    assertThat(CronText.parse(text)).isEmpty();
  }

  @Test
  void what_has_five_fields_and_never_comes_is_not_asked_for_five_fields() {
    assertThat(CronText.expected("0 9 31 2 *"))
        .isEqualTo("a schedule that comes; no month of this one has such a day");
    assertThat(CronText.expected("0 9 * *")).isEqualTo(CronText.EXPECTED);
  }
}
