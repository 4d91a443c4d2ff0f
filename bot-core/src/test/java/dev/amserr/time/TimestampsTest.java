package dev.amserr.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  /** From the year 0000 to 9999. */
  @Property
  void every_instant_is_read_as_it_was_written(
      @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long seconds,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nanos) {
    Instant written = Instant.ofEpochSecond(seconds, nanos);

    assertThat(Timestamps.parse(written.toString())).contains(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21T08:00:00Z",
        "2026-11-21T08:00:00.5Z",
        "2026-11-21T08:00:00.123456789Z",
        "2024-02-29T23:59:59Z",
        "2026-11-21T08:00:00+01:00",
        "2026-11-21T08:00:00.25-11:30",
        "2026-11-21T08:00Z",
        "2026-11-21t08:00:00z"
      })
  void a_time_with_an_offset_is_that_of_the_general_parser(String text) {
    Instant general = OffsetDateTime.parse(text).toInstant();

    assertThat(Timestamps.parse(text)).contains(general);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-11-21",
        "2026-11-21T08:00:00",
        "2025-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-01-01T24:00:01Z",
        "2026-01-01T00:60:00Z",
        "2026-01-01T00:00:61Z",
        "2026-01-01T00:00:00.1234567890Z",
        "2026-01-01T00:00:00,5Z",
        "2026-01-01 00:00:00Z",
        "２026-01-01T00:00:00Z",
        "-026-01-01T00:00:00Z"
      })
  void what_is_no_time_with_an_offset_is_none(String text) {
    assertThat(Timestamps.parse(text)).isEmpty();
  }

  @Test
  void a_leap_second_is_no_time() {
    assertThat(Timestamps.parse("2016-12-31T23:59:60Z")).isEmpty();
  }
}
