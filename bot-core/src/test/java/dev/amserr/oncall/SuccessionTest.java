package dev.amserr.oncall;

import static dev.amserr.oncall.TestTeams.WORKDAYS;
import static dev.amserr.oncall.TestTeams.during;
import static dev.amserr.oncall.TestTeams.hours;
import static dev.amserr.oncall.TestTeams.layer;
import static dev.amserr.oncall.TestTeams.resolver;
import static dev.amserr.oncall.TestTeams.starts;
import static dev.amserr.oncall.TestTeams.team;
import static dev.amserr.oncall.TestTeams.valid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link Layer#withPeople}: a weekly layer of a, b and c; b is on call at the time of the edit. */
class SuccessionTest {

  private static final Instant WEDNESDAY = Instant.parse("2026-01-14T12:00:00Z");
  private static final Layer WEEKLY = layer("weekly", "2026-01-05T09:00", "UTC", "a", "b", "c");

  @ParameterizedTest
  @CsvSource({
    "a b c d, 2026-01-12T09:00:00Z b|2026-01-19T09:00:00Z c|2026-01-26T09:00:00Z d",
    "a b d c, 2026-01-12T09:00:00Z b|2026-01-19T09:00:00Z d|2026-01-26T09:00:00Z c",
    "d a b c, 2026-01-12T09:00:00Z b|2026-01-19T09:00:00Z c|2026-01-26T09:00:00Z d",
    "b c, 2026-01-12T09:00:00Z b|2026-01-19T09:00:00Z c|2026-01-26T09:00:00Z b",
    "a b, 2026-01-12T09:00:00Z b|2026-01-19T09:00:00Z a|2026-01-26T09:00:00Z b",
    "c b a, 2026-01-12T09:00:00Z b|2026-01-19T09:00:00Z a|2026-01-26T09:00:00Z c",
  })
  void whoever_is_on_call_stays_and_the_new_order_goes_on_behind_them(
      String people, String expected) {
    List<Layer> layers = WEEKLY.withPeople(List.of(people.split(" ")), WEDNESDAY);

    assertThat(next(layers, WEDNESDAY)).isEqualTo(Arrays.asList(expected.split("\\|")));
  }

  @ParameterizedTest
  @CsvSource({
    "a c, 2026-01-14T12:00:00Z c|2026-01-26T09:00:00Z a|2026-02-02T09:00:00Z c",
    "d e, 2026-01-14T12:00:00Z d|2026-01-26T09:00:00Z e|2026-02-02T09:00:00Z d",
  })
  void if_they_were_removed_the_next_one_takes_over_at_once_and_keeps_their_own_turn(
      String people, String expected) {
    List<Layer> layers = WEEKLY.withPeople(List.of(people.split(" ")), WEDNESDAY);

    assertThat(next(layers, WEDNESDAY)).isEqualTo(Arrays.asList(expected.split("\\|")));
  }

  @Test
  void before_the_first_turn_the_new_order_simply_replaces_the_old() {
    List<Layer> layers =
        WEEKLY.withPeople(List.of("c", "d"), Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(layers).containsExactly(layer("weekly", "2026-01-05T09:00", "UTC", "c", "d"));
  }

  @Test
  void a_layer_that_has_ended_stays_as_it_is() {
    Layer ended = valid(WEEKLY, "", "2026-01-12T09:00");

    assertThat(ended.withPeople(List.of("c", "d"), WEDNESDAY)).containsExactly(ended);
  }

  @Test
  void a_monthly_layer_keeps_its_anchor_at_the_end_of_the_month() {
    Layer monthly = layer("monthly", "2026-01-31T09:00", "UTC", "a", "b");

    List<Layer> layers =
        monthly.withPeople(List.of("a", "b", "c"), Instant.parse("2026-02-10T00:00:00Z"));

    assertThat(next(layers, Instant.parse("2026-02-10T00:00:00Z")))
        .containsExactly(
            "2026-01-31T09:00:00Z a", "2026-02-28T09:00:00Z b", "2026-03-31T09:00:00Z c");
  }

  @Test
  void days_off_duty_do_not_count() {
    Layer daily =
        during(
            layer("daily", "2026-01-05T09:00", "UTC", "a", "b", "c"),
            hours(WORKDAYS, "09:00", "18:00"));
    Instant sunday = Instant.parse("2026-01-11T12:00:00Z");

    List<Layer> layers = daily.withPeople(List.of("a", "b", "d", "c"), sunday);

    assertThat(next(layers, sunday))
        .containsExactly(
            "2026-01-12T09:00:00Z d", "2026-01-13T09:00:00Z c", "2026-01-14T09:00:00Z a");
  }

  @Test
  void a_hand_off_in_the_second_of_two_equal_hours_cannot_be_written_so_the_one_after_is_taken() {
    Layer hourly = layer("every 1 hour", "2026-11-01T00:30", "America/New_York", "a", "b");

    List<Layer> layers =
        hourly.withPeople(List.of("a", "b", "c"), Instant.parse("2026-11-01T05:45:00Z"));

    assertThat(next(layers, Instant.parse("2026-11-01T05:45:00Z")))
        .containsExactly(
            "2026-11-01T05:30:00Z b", "2026-11-01T06:30:00Z a", "2026-11-01T07:30:00Z b");
  }

  private static List<String> next(List<Layer> layers, Instant at) {
    Team team = team("UTC", new Level("primary", layers));
    return starts(resolver(team).upcoming(team, 0, Additions.none(), at, 3));
  }
}
