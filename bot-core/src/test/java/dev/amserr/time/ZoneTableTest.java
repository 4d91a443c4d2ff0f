package dev.amserr.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZoneTableTest {

  private static final long FIRST = Instant.parse("1970-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

  static Stream<String> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> ZoneNames.parse(id).isPresent())
        .sorted();
  }

  /** Around every change of every zone, and at odd times between, both do the same. */
  @ParameterizedTest
  @MethodSource("zones")
  void a_table_answers_as_the_rules_do(String id) {
    ZoneId zone = ZoneId.of(id);
    ZoneTable table = ZoneTable.of(zone);
    Interval years = new Interval(Instant.ofEpochSecond(FIRST), Instant.ofEpochSecond(LAST));

    for (ClockChange change : ClockChange.in(years, zone)) {
      long reached = change.at().getEpochSecond() + change.before().getTotalSeconds();
      long step = Math.max(1, change.size().toSeconds() / 4);
      for (long local = reached - 2 * step; local <= reached + 6 * step; local += step) {
        assertSame(table, zone, local);
        assertSame(table, zone, local - 1);
      }
    }
    for (long local = FIRST; local < LAST; local += 40_000_003) {
      assertSame(table, zone, local);
    }
  }

  private static void assertSame(ZoneTable table, ZoneId zone, long local) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
    Instant expected = LocalTimes.toInstant(time, zone);
    if (!table.toInstant(local).equals(expected)) {
      assertThat(table.toInstant(local)).as("%s in %s", time, zone).isEqualTo(expected);
    }
    long shown = LocalDateTime.ofInstant(expected, zone).toEpochSecond(ZoneOffset.UTC);
    if (table.localSecond(expected) != shown) {
      assertThat(table.localSecond(expected)).as("%s in %s", expected, zone).isEqualTo(shown);
    }
  }

  @Test
  void beyond_its_years_the_offset_stays() {
    ZoneTable table = ZoneTable.of(ZoneId.of("Europe/Paris"));

    assertThat(table.toInstant(LocalDateTime.parse("1900-07-01T12:00")))
        .isEqualTo("1900-07-01T11:00:00Z");
  }
}
