package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaselineTest {

  /** A Monday. */
  private static final Instant HOUR = Instant.parse("2026-06-08T14:00:00Z");

  private static final Instant LONG_AGO = HOUR.minus(Duration.ofDays(100));

  @Test
  void the_mean_leaves_out_the_two_largest_of_twelve() {
    List<HourBucket> hours = new ArrayList<>();
    long[] counts = {10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 5_000, 6_000};
    for (int i = 0; i < counts.length; i++) {
      int back = (i / 3 + 1) * HourHistory.WEEK + i % 3 - 1;
      hours.add(bucket(back, counts[i], counts[i], i));
    }

    Baseline baseline = Baseline.of(HOUR, LONG_AGO, hours, Map.of());

    assertThat(baseline.mean()).isEqualTo(55);
    assertThat(baseline.dispersion()).isEqualTo(25);
    // Weekly maxima 30, 60, 90 and 6000; of 5 minutes 2, 5, 8 and 11.
    assertThat(baseline.max60()).isEqualTo(90);
    assertThat(baseline.max5()).isEqualTo(8);
  }

  @Test
  void the_dispersion_is_the_population_variance_over_the_mean() {
    // 10 four times, 30 eight times: variance 800 / 9; without two of the 30s the mean is 22.
    List<HourBucket> hours = hours(back -> isSameHour(back) ? (back % 2 == 0 ? 10 : 30) : 20);

    Baseline baseline = Baseline.of(HOUR, LONG_AGO, hours, Map.of());

    assertThat(baseline.mean()).isCloseTo(22, within(1e-9));
    assertThat(baseline.dispersion()).isCloseTo(800.0 / 9 / 22, within(1e-9));
  }

  @Test
  void weeks_without_data_count_as_zero() {
    List<HourBucket> hours = hours(back -> back < 2 * HourHistory.WEEK - 1 ? 12 : 0);

    Baseline baseline = Baseline.of(HOUR, LONG_AGO, hours, Map.of());

    // Three hours of 12 and nine of 0; two of the 12s are left out: 12 / 10. A quarter of the mean
    // of 28 days is more: 334 hours of 12 in 672 hours.
    assertThat(baseline.mean()).isCloseTo(12.0 * 334 / 672 / 4, within(1e-9));
    assertThat(baseline.max60()).isZero();
  }

  @Test
  void less_than_two_weeks_of_history_is_judged_by_the_last_week() {
    List<HourBucket> hours = hours(back -> back <= 100 ? 10 : 0);
    Instant younger = HOUR.minus(Duration.ofDays(14)).plusSeconds(1);

    Baseline young = Baseline.of(HOUR, younger, hours, Map.of());
    Baseline old = Baseline.of(HOUR, HOUR.minus(Duration.ofDays(14)), hours, Map.of());

    // 100 of 168 hours have 10; the 17 largest are left out.
    assertThat(young.mean()).isCloseTo(10.0 * 83 / 151, within(1e-9));
    assertThat(old.mean()).isCloseTo(10.0 * 100 / 672 / 4, within(1e-9));
  }

  @Test
  void a_series_that_never_occurred_has_the_dispersion_of_chance() {
    Baseline baseline = Baseline.of(HOUR, LONG_AGO, List.of(), Map.of());

    assertThat(baseline).isEqualTo(new Baseline(0, 1, 0, 0, 0));
  }

  @Test
  void the_rate_is_that_of_the_same_hours_without_the_largest() {
    List<HourBucket> hours = hours(back -> back == HourHistory.WEEK ? 9_999 : 15);

    Baseline baseline = Baseline.of(HOUR, LONG_AGO, hours, plays(1_000));

    assertThat(baseline.rate()).isCloseTo(0.015, within(1e-12));
  }

  @Test
  void plays_without_errors_lower_the_rate() {
    List<HourBucket> hours = List.of(bucket(HourHistory.WEEK - 1, 6, 6, 6), bucket(170, 6, 6, 6));

    Baseline baseline = Baseline.of(HOUR, HOUR.minus(Duration.ofDays(13)), hours, plays(1_000));

    // The last week: one hour of 6 and 167 of 0, of which the 17 largest are left out.
    assertThat(baseline.rate()).isZero();
    assertThat(Baseline.of(HOUR, LONG_AGO, everyThirdWeek(), plays(1_000)).rate())
        .isCloseTo(0.001, within(1e-12));
  }

  /** Twelve values: 15 three times, of which two are left out, and nine silent hours. */
  private static List<HourBucket> everyThirdWeek() {
    int back = 3 * HourHistory.WEEK;
    return List.of(bucket(back - 1, 10, 0, 0), bucket(back, 15, 0, 0), bucket(back + 1, 15, 0, 0));
  }

  private static Map<Instant, Long> plays(long eachHour) {
    return IntStream.rangeClosed(1, HourHistory.LENGTH)
        .boxed()
        .collect(Collectors.toMap(back -> HOUR.minus(Duration.ofHours(back)), back -> eachHour));
  }

  private static boolean isSameHour(int back) {
    int rest = back % HourHistory.WEEK;
    return rest <= 1 || rest == HourHistory.WEEK - 1;
  }

  private static List<HourBucket> hours(IntToLongFunction count) {
    List<HourBucket> hours = new ArrayList<>();
    for (int back = 1; back <= HourHistory.LENGTH; back++) {
      hours.add(bucket(back, count.applyAsLong(back), count.applyAsLong(back), 0));
    }
    return hours;
  }

  private static HourBucket bucket(int back, long count, long max60, long max5) {
    return new HourBucket(1, HOUR.minus(Duration.ofHours(back)), count, 0, max60, max5);
  }
}
