package dev.amserr.command.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.Actor;
import dev.amserr.command.Choice;
import dev.amserr.command.Origin;
import dev.amserr.command.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSuggestionsTest {

  /** A Tuesday, 10:30 in Berlin. */
  private static final Origin ORIGIN =
      new Origin(
          new Actor("slack", "U1", "ana", Set.of()),
          new Place("slack", "C1", ""),
          ZoneId.of("Europe/Berlin"),
          Locale.ENGLISH,
          Instant.parse("2026-03-03T09:30:00Z"),
          "c0ffee");

  @Test
  void the_usual_lengths_are_offered_before_anything_is_typed() {
    assertThat(values(TimeSuggestions.lengths("")))
        .containsExactly("30m", "1h", "2h", "4h", "8h", "24h", "7d");
  }

  @ParameterizedTest
  @CsvSource({"2, 2h", "45, 45h", "2h, 2h", "1H30M, 1h30m", "90m, 90m", "3 days, 3 days"})
  void a_length_that_is_begun_comes_first(String typed, String first) {
    assertThat(values(TimeSuggestions.lengths(typed))).first().isEqualTo(first);
  }

  @Test
  void the_usual_times_are_offered_before_anything_is_typed() {
    assertThat(values(TimeSuggestions.times("", ORIGIN)))
        .startsWith("now", "+30m", "+1h")
        .contains("today 18:00", "tomorrow 09:00", "2026-03-09 09:00")
        .hasSizeLessThanOrEqualTo(25);
  }

  @ParameterizedTest
  @CsvSource({
    "tom, tomorrow 09:00",
    "tomorrow 1, tomorrow 10:00",
    "+, +30m",
    "+2, +2h",
    "9, today 09:00",
    "2026-03-0, 2026-03-09 09:00",
    "mon, 2026-03-09 09:00",
    "14:30, 14:30",
  })
  void a_time_that_is_begun_is_among_them(String typed, String expected) {
    assertThat(values(TimeSuggestions.times(typed, ORIGIN))).contains(expected);
  }

  @Test
  void a_time_that_is_complete_comes_first_with_what_it_means() {
    Choice first = TimeSuggestions.times("+2h", ORIGIN).get(0);

    assertThat(first).isEqualTo(new Choice("+2h (Tue 3 Mar 2026, 12:30 Europe/Berlin)", "+2h"));
  }

  @Test
  void a_day_by_its_name_is_shown_with_its_date() {
    assertThat(TimeSuggestions.times("tomorrow 09", ORIGIN))
        .containsExactly(new Choice("tomorrow 09:00 (Wed 4 Mar)", "tomorrow 09:00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "9", "t", "to", "y", "+", "-", "2", "2026", "n", "w", "0"})
  void whatever_is_offered_can_be_read(String typed) {
    assertThat(TimeSuggestions.times(typed, ORIGIN))
        .allMatch(c -> Times.parse(c.value(), ORIGIN.at(), ORIGIN.zone()).isPresent());
    assertThat(TimeSuggestions.lengths(typed))
        .allMatch(c -> Durations.parse(c.value()).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"soonish", "%", "999999999999", "\n"})
  void what_can_mean_nothing_is_offered_nothing_wrong(String typed) {
    assertThat(TimeSuggestions.times(typed.repeat(20), ORIGIN))
        .allMatch(c -> Times.parse(c.value(), ORIGIN.at(), ORIGIN.zone()).isPresent());
    assertThat(TimeSuggestions.lengths("soonish")).isEmpty();
  }

  private static List<String> values(List<Choice> choices) {
    return choices.stream().map(Choice::value).toList();
  }
}
