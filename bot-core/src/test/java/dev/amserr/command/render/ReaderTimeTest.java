package dev.amserr.command.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.reply.Span;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTimeTest {

  private static final Instant NOW = Instant.parse("2026-03-09T13:30:00Z");

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, Mon 2026-03-09 14:30 UTC+1",
    "UTC, Mon 2026-03-09 13:30 UTC",
    "America/St_Johns, Mon 2026-03-09 11:00 UTC-2:30",
    "Pacific/Chatham, Tue 2026-03-10 03:15 UTC+13:45",
    "Pacific/Honolulu, Mon 2026-03-09 03:30 UTC-10"
  })
  void a_time_says_its_day_and_its_offset(String zone, String expected) {
    ReaderTime reader = new ReaderTime(ZoneId.of(zone), NOW);

    assertThat(reader.format(new Span.Time(NOW, Span.Time.Style.DATE_TIME))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"DATE, Mon 2026-03-09", "TIME, 14:30 UTC+1", "RELATIVE, now"})
  void less_is_shown_where_less_is_asked_for(Span.Time.Style style, String expected) {
    ReaderTime reader = new ReaderTime(ZoneId.of("Europe/Berlin"), NOW);

    assertThat(reader.format(new Span.Time(NOW, style))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-09T13:30:59Z, now",
    "2026-03-09T13:31:00Z, in 1 min",
    "2026-03-09T13:00:00Z, 30 min ago",
    "2026-03-09T16:30:00Z, in 3 h",
    "2026-03-08T13:30:00Z, 24 h ago",
    "2026-03-11T13:30:00Z, in 2 days"
  })
  void a_distance_is_told_in_one_unit(Instant at, String expected) {
    ReaderTime reader = new ReaderTime(ZoneId.of("Europe/Berlin"), NOW);

    assertThat(reader.format(new Span.Time(at, Span.Time.Style.RELATIVE))).isEqualTo(expected);
  }
}
