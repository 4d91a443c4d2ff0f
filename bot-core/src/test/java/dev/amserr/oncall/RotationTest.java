package dev.amserr.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.time.ZoneTable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {

  @ParameterizedTest
  @CsvSource({
    "daily, daily, daily rotation",
    "weekly, weekly, weekly rotation",
    "monthly, monthly, monthly rotation",
    "every 1 week, weekly, weekly rotation",
    "every 2 weeks, every 2 weeks, rotation every 2 weeks",
    "every 10 days, every 10 days, rotation every 10 days",
    "every 3 months, every 3 months, rotation every 3 months",
    "every 12 hours, every 12 hours, rotation every 12 hours of elapsed time",
    "every 1 hour, every 1 hour, rotation every 1 hour of elapsed time",
  })
  void a_rotation_is_read_written_and_named(String written, String text, String phrase) {
    Rotation rotation = Rotation.parse(written).orElseThrow();

    assertThat(rotation.text()).isEqualTo(text);
    assertThat(rotation.phrase()).isEqualTo(phrase);
    assertThat(Rotation.parse(text)).contains(rotation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Daily",
        "yearly",
        "every 0 weeks",
        "every week",
        "every -1 days",
        "every 1000 hours",
        "every 2  weeks",
        "every 30 minutes",
        "2 weeks"
      })
  void anything_else_is_not_a_rotation(String text) {
    assertThat(Rotation.parse(text)).isEmpty();
  }

  @Test
  void hours_are_counted_on_the_time_line_across_a_clock_change() {
    Rotation rotation = Rotation.parse("every 12 hours").orElseThrow();
    LocalDateTime anchor = LocalDateTime.parse("2026-03-28T12:00");

    Instant second = rotation.handOff(anchor, ZoneTable.of(ZoneId.of("Europe/London")), 2);

    assertThat(second).isEqualTo("2026-03-29T12:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T07:59:59Z, -1",
    "2026-01-31T08:00:00Z, 0",
    "2026-02-28T07:59:59Z, 0",
    "2026-02-28T08:00:00Z, 1",
    "2026-03-30T23:00:00Z, 1",
    "2028-02-29T08:00:00Z, 25",
  })
  void the_number_of_a_turn_follows_from_the_calendar(String at, long expected) {
    Rotation rotation = Rotation.parse("monthly").orElseThrow();
    LocalDateTime anchor = LocalDateTime.parse("2026-01-31T09:00");

    long number =
        rotation.numberAt(anchor, ZoneTable.of(ZoneId.of("Europe/Paris")), Instant.parse(at));

    assertThat(number).isEqualTo(expected);
  }
}
