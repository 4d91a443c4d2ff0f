package dev.amserr.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalTimesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-28T01:30, Europe/London, 2026-03-28T01:30:00Z",
    "2026-03-29T01:00, Europe/London, 2026-03-29T01:00:00Z",
    "2026-03-29T01:30, Europe/London, 2026-03-29T01:00:00Z",
    "2026-03-29T01:59, Europe/London, 2026-03-29T01:00:00Z",
    "2026-03-29T02:00, Europe/London, 2026-03-29T01:00:00Z",
    "2026-03-29T02:01, Europe/London, 2026-03-29T01:01:00Z",
    "2026-10-25T00:59, Europe/London, 2026-10-24T23:59:00Z",
    "2026-10-25T01:30, Europe/London, 2026-10-25T00:30:00Z",
    "2026-10-25T02:00, Europe/London, 2026-10-25T02:00:00Z",
    "2026-11-01T01:30, America/New_York, 2026-11-01T05:30:00Z",
    "2026-04-24T00:00, Africa/Cairo, 2026-04-23T22:00:00Z",
    "2026-10-04T02:15, Australia/Lord_Howe, 2026-10-03T15:30:00Z",
    "2011-12-30T09:00, Pacific/Apia, 2011-12-30T10:00:00Z",
  })
  void a_local_time_is_the_first_moment_at_which_the_clock_has_reached_it(
      String local, String zone, String expected) {
    assertThat(LocalTimes.toInstant(LocalDateTime.parse(local), ZoneId.of(zone)))
        .isEqualTo(expected);
  }

  @Test
  void every_minute_around_every_clock_change_of_two_years_agrees_with_a_clock_that_is_watched() {
    for (String zone : List.of("Europe/London", "America/Havana", "Australia/Lord_Howe")) {
      TimeZone watched = TimeZone.getTimeZone(zone);
      long shown = Long.MIN_VALUE;
      long first = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() / 60;
      for (long minute = first - 1440; minute < first + 2 * 366 * 1440; minute++) {
        long before = shown;
        shown = Math.max(shown, minute + watched.getOffset(minute * 60_000) / 60_000);
        for (long reached = Math.max(before + 1, first); reached <= shown; reached++) {
          LocalDateTime local = LocalDateTime.ofEpochSecond(reached * 60, 0, ZoneOffset.UTC);
          if (before != Long.MIN_VALUE
              && LocalTimes.toInstant(local, ZoneId.of(zone)).getEpochSecond() != minute * 60) {
            assertThat(LocalTimes.toInstant(local, ZoneId.of(zone)))
                .as("%s in %s", local, zone)
                .isEqualTo(Instant.ofEpochSecond(minute * 60));
          }
        }
      }
    }
  }

  @Test
  void a_time_that_occurs_twice_may_mean_either() {
    LocalDateTime local = LocalDateTime.parse("2026-11-01T01:30");

    List<Instant> instants = LocalTimes.allInstants(local, ZoneId.of("America/New_York"));

    assertThat(instants)
        .containsExactly(
            Instant.parse("2026-11-01T05:30:00Z"), Instant.parse("2026-11-01T06:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-08T02:30, 2026-03-08T07:00:00Z",
    "2026-06-01T09:00, 2026-06-01T13:00:00Z",
  })
  void any_other_time_means_one_instant(String local, String expected) {
    assertThat(LocalTimes.allInstants(LocalDateTime.parse(local), ZoneId.of("America/New_York")))
        .containsExactly(Instant.parse(expected));
  }
}
