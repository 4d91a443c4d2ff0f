package dev.amserr.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WhenTest {

  @Test
  void an_exact_time_is_the_same_everywhere() {
    Instant at = Instant.parse("2026-03-09T13:30:00Z");

    assertThat(new When.Exact(at).instants(ZoneId.of("Pacific/Chatham"))).containsExactly(at);
  }

  @Test
  void a_local_time_that_exists_twice_is_two_instants_the_earlier_first() {
    When half = new When.Local(LocalDateTime.parse("2026-11-01T01:30"));

    assertThat(half.instants(ZoneId.of("America/New_York")))
        .containsExactly(
            Instant.parse("2026-11-01T05:30:00Z"), Instant.parse("2026-11-01T06:30:00Z"));
  }

  @Test
  void a_local_time_that_does_not_exist_is_the_moment_of_the_change() {
    When skipped = new When.Local(LocalDateTime.parse("2026-03-29T01:30"));

    assertThat(skipped.instants(ZoneId.of("Europe/London")))
        .containsExactly(Instant.parse("2026-03-29T01:00:00Z"));
  }

  @Test
  void a_midnight_that_does_not_exist_is_the_moment_of_the_change() {
    When midnight = new When.Local(LocalDateTime.parse("2026-04-24T00:00"));

    assertThat(midnight.first(ZoneId.of("Africa/Cairo")))
        .isEqualTo(Instant.parse("2026-04-23T22:00:00Z"));
  }
}
