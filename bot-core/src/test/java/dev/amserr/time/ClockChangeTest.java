package dev.amserr.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockChangeTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Interval YEAR =
      new Interval(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));

  @Test
  void the_changes_of_a_year_are_found_by_date() {
    List<ClockChange> changes = ClockChange.in(YEAR, LONDON);

    assertThat(changes)
        .extracting(ClockChange::at)
        .containsExactly(
            Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-10-25T01:00:00Z"));
    assertThat(changes.get(0).date()).isEqualTo(LocalDate.of(2026, 3, 29));
    assertThat(changes.get(1).size()).isEqualTo(Duration.ofHours(1));
    assertThat(changes.get(0))
        .hasToString("the clocks of Europe/London change from +00:00 to +01:00 on 2026-03-29");
  }

  @Test
  void the_interval_is_half_open() {
    Instant change = Instant.parse("2026-03-29T01:00:00Z");

    assertThat(ClockChange.in(new Interval(change, change.plusSeconds(1)), LONDON)).hasSize(1);
    assertThat(ClockChange.in(new Interval(change.minusSeconds(9), change), LONDON)).isEmpty();
  }

  @Test
  void a_zone_without_changes_has_none() {
    assertThat(ClockChange.in(YEAR, ZoneId.of("Asia/Kolkata"))).isEmpty();
    assertThat(ClockChange.in(YEAR, ZoneOffset.UTC)).isEmpty();
  }

  @Test
  void without_a_change_the_offset_stays_and_the_past_is_as_it_was() {
    ClockChange change = ClockChange.in(YEAR, LONDON).get(0);

    ZoneRules rules = change.rulesWithout();

    assertThat(rules.getOffset(Instant.parse("2026-07-01T00:00:00Z"))).isEqualTo(ZoneOffset.UTC);
    assertThat(rules.getOffset(Instant.parse("2025-07-01T00:00:00Z")))
        .isEqualTo(ZoneOffset.ofHours(1));
    assertThat(rules.getOffset(Instant.parse("1970-07-01T00:00:00Z")))
        .isEqualTo(ZoneOffset.ofHours(1));
  }
}
