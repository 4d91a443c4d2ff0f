package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DailyRhythmTest {

  private static final ZoneId UTC = ZoneId.of("UTC");

  @Test
  void three_episodes_about_the_same_time_recur() {
    List<Instant> minutes =
        minutes("2026-06-08T02:10:00Z", "2026-06-09T02:08:00Z", "2026-06-10T02:12:00Z");

    DailyRhythm rhythm = DailyRhythm.of(minutes, UTC).orElseThrow();

    assertThat(rhythm.concentration()).isCloseTo(0.99997, within(0.000005));
    assertThat(rhythm.episodes()).isEqualTo(3);
    assertThat(rhythm.note()).isEqualTo("daily about 02:10");
  }

  @Test
  void the_time_of_day_is_that_of_the_zone() {
    List<Instant> minutes =
        minutes("2026-06-08T22:10:00Z", "2026-06-09T22:10:00Z", "2026-06-10T22:10:00Z");

    assertThat(DailyRhythm.of(minutes, ZoneId.of("Asia/Kathmandu")).orElseThrow().note())
        .isEqualTo("daily about 03:55");
  }

  @Test
  void times_on_both_sides_of_midnight_are_near_each_other() {
    DailyRhythm rhythm =
        DailyRhythm.of(List.of(LocalTime.of(23, 58), LocalTime.of(0, 2), LocalTime.MIDNIGHT));

    assertThat(rhythm.about()).isEqualTo(LocalTime.MIDNIGHT);
    assertThat(rhythm.concentration()).isGreaterThan(0.999);
  }

  @Test
  void opposite_times_have_no_concentration() {
    assertThat(DailyRhythm.of(List.of(LocalTime.of(6, 0), LocalTime.of(18, 0))).concentration())
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void two_episodes_are_not_enough() {
    assertThat(DailyRhythm.of(minutes("2026-06-08T02:10:00Z", "2026-06-09T02:10:00Z"), UTC))
        .isEmpty();
  }

  @Test
  void three_episodes_of_one_day_are_not_enough() {
    List<Instant> minutes =
        minutes("2026-06-08T02:00:00Z", "2026-06-08T02:30:00Z", "2026-06-08T03:00:00Z");

    assertThat(DailyRhythm.episodes(minutes)).hasSize(3);
    assertThat(DailyRhythm.of(minutes, UTC)).isEmpty();
  }

  @Test
  void a_gap_below_fifteen_minutes_does_not_end_an_episode() {
    List<Instant> near = minutes("2026-06-08T02:00:00Z", "2026-06-08T02:18:59Z");
    List<Instant> far = minutes("2026-06-08T02:00:00Z", "2026-06-08T02:19:00Z");

    // The first five minutes end at 02:04.
    assertThat(DailyRhythm.episodes(near)).hasSize(1);
    assertThat(DailyRhythm.episodes(far)).hasSize(2);
  }

  @Test
  void a_series_that_is_rare_anyway_has_longer_gaps_within_an_episode() {
    Instant start = Instant.parse("2026-06-08T02:00:00Z");
    List<Instant> minutes = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      minutes.add(start.plusSeconds(3_600L * i));
    }

    assertThat(DailyRhythm.episodes(minutes)).containsExactly(start);
  }

  /** Episodes of five minutes. */
  private static List<Instant> minutes(String... starts) {
    List<Instant> minutes = new ArrayList<>();
    for (String start : starts) {
      for (int minute = 0; minute < 5; minute++) {
        minutes.add(Instant.parse(start).plusSeconds(60L * minute));
      }
    }
    minutes.sort(Comparator.naturalOrder());
    return minutes;
  }
}
