package dev.amserr.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"UTC", "Etc/UTC", "Europe/London", "America/Argentina/Buenos_Aires", "US/Eastern"})
  void names_of_the_tz_database_are_zones(String text) {
    assertThat(ZoneNames.parse(text)).contains(ZoneId.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EST",
        "IST",
        "GMT",
        "CET",
        "EST5EDT",
        "Z",
        "+01:00",
        "GMT+1",
        "UTC+1",
        "Etc/GMT+5",
        "Mars",
        "",
        " ",
        "Europe",
        "europe/london",
        "Romance Standard Time",
        "SystemV/EST5"
      })
  void anything_else_is_not(String text) {
    assertThat(ZoneNames.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EST | America/New_York",
        "IST | Asia/Kolkata, Europe/Dublin or Asia/Jerusalem",
        "ist | Asia/Kolkata, Europe/Dublin or Asia/Jerusalem",
        "Romance Standard Time | Europe/Paris",
        "pacific standard time | America/Los_Angeles",
        "India Standard Time | Asia/Kolkata",
        "New York | America/New_York",
        "europe/berlin | Europe/Berlin",
      })
  void a_refused_name_comes_with_a_suggestion(String text, String suggestion) {
    assertThat(ZoneNames.expected(text))
        .isEqualTo("a zone of the tz database, probably " + suggestion);
  }

  @Test
  void the_tz_database_has_a_version() {
    assertThat(ZoneNames.databaseVersion()).matches("20[0-9]{2}[a-z]+");
  }

  @Test
  void a_hopeless_name_comes_with_an_example() {
    assertThat(ZoneNames.expected("wherever we are"))
        .isEqualTo("a zone of the tz database such as Europe/London");
  }

  @Test
  void every_suggestion_for_a_windows_name_is_a_zone() {
    assertThat(WindowsZones.all()).hasSizeGreaterThan(120);
    assertThat(WindowsZones.all()).allMatch(id -> ZoneNames.parse(id).isPresent());
  }
}
