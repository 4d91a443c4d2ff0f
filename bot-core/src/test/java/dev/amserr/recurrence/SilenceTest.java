package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** When silence is news: the worked examples of docs/detection.md. */
class SilenceTest {

  private static final Instant LAST = Instant.parse("2026-06-08T14:59:30Z");
  private static final Instant END = Instant.parse("2026-06-08T15:00:00Z");

  @Test
  void twenty_an_hour_are_quiet_after_two_hours() {
    // 15 and 25 in turn: mean 20, variance 25, φq = 1.25; 4.6 · 1.25 / 20 h is less than 2 h.
    Silence silence = silence(back -> back % 2 == 0 ? 15 : 25);

    assertThat(silence.dispersion()).isCloseTo(1.25, within(1e-9));
    assertThat(silence.limit()).contains(Duration.ofHours(2));
    assertThat(silence.isQuiet(LAST.plus(Duration.ofHours(2)).minusMillis(1))).isFalse();
    assertThat(silence.isQuiet(LAST.plus(Duration.ofHours(2)))).isTrue();
  }

  @Test
  void a_daily_burst_is_quiet_after_four_days_and_a_half() {
    Silence silence = silence(back -> back % 24 == 1 ? 500 : 0);

    assertThat(silence.dispersion()).isCloseTo(480, within(1.0));
    assertThat(silence.limit().orElseThrow().toMinutes() / (24.0 * 60))
        .isCloseTo(4.4, within(0.05));
  }

  @Test
  void three_a_week_are_quiet_after_eleven_days() {
    Silence silence = silence(back -> back % 56 == 1 ? 1 : 0);

    assertThat(silence.dispersion()).isEqualTo(1);
    assertThat(silence.limit().orElseThrow().toMinutes() / (24.0 * 60))
        .isCloseTo(10.7, within(0.05));
  }

  @Test
  void what_would_take_longer_than_thirty_days_is_never_quiet() {
    Silence silence = silence(back -> back == 1 ? 12 : 0);

    assertThat(silence.limit()).isEmpty();
    assertThat(silence.isQuiet(LAST.plus(Duration.ofDays(29)))).isFalse();
  }

  @Test
  void nothing_is_quiet_for_longer_than_thirty_days() {
    Silence silence = silence(back -> 20);

    assertThat(silence.isQuiet(LAST.plus(Duration.ofDays(30)))).isTrue();
    assertThat(silence.isQuiet(LAST.plus(Duration.ofDays(30)).plusMillis(1))).isFalse();
  }

  @Test
  void the_reason_names_the_silence_its_limit_and_the_usual_gap() {
    Silence silence = silence(back -> 20);

    assertThat(silence.why(LAST.plus(Duration.ofMinutes(150)))).isEqualTo(new Why(2.5, 2, 0.05));
  }

  private static Silence silence(IntToLongFunction count) {
    List<HourBucket> hours = new ArrayList<>();
    for (int back = 1; back <= HourHistory.FOUR_WEEKS; back++) {
      hours.add(
          new HourBucket(1, END.minus(Duration.ofHours(back)), count.applyAsLong(back), 0, 0, 0));
    }
    Series series =
        new Series(
            1,
            SeriesKey.ofText("x", "web-eu"),
            "",
            LAST.minus(Duration.ofDays(60)),
            LAST,
            Handling.NONE);
    return Silence.of(series, hours);
  }
}
