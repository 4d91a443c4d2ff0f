package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of the limit, of the rate and of the states whatever the numbers. */
class SpikeRulePropertiesTest {

  private static final Instant END = Instant.parse("2026-06-08T14:30:00Z");
  private static final SpikeLimit LIMIT = SpikeLimit.of(false);

  @Property
  void a_limit_is_never_below_the_least_thrice_the_mean_or_what_was_before(
      @ForAll @DoubleRange(max = 1e6) double mean,
      @ForAll @DoubleRange(min = 1, max = 25) double dispersion,
      @ForAll @DoubleRange(max = 1e6) double max,
      @ForAll @IntRange(min = 4, max = 7) int z) {
    double limit = LIMIT.of(mean, dispersion, max, z);

    assertThat(limit).isGreaterThanOrEqualTo(10);
    assertThat(limit).isGreaterThanOrEqualTo(3 * mean);
    assertThat(limit).isGreaterThanOrEqualTo(1.5 * max);
    assertThat(limit).isLessThanOrEqualTo(LIMIT.of(mean, dispersion, max, z + 1));
    assertThat(limit).isLessThanOrEqualTo(LIMIT.of(mean + 1, dispersion, max, z));
  }

  @Property
  void the_least_share_is_below_the_share_and_above_nothing(
      @ForAll @LongRange(min = 1, max = 1_000_000) long of,
      @ForAll @DoubleRange(max = 1) double share) {
    long count = (long) (share * of);

    assertThat(WilsonBound.lower(count, of)).isBetween(-1e-12, (double) count / of + 1e-12);
  }

  @Property
  void what_spikes_at_a_count_spikes_at_a_higher_one(
      @ForAll @DoubleRange(max = 1_000) double mean,
      @ForAll @DoubleRange(min = 1, max = 25) double dispersion,
      @ForAll @LongRange(max = 5_000) long count) {
    SpikeDetector detector = new SpikeDetector(false);
    Baseline baseline = new Baseline(mean, dispersion, 0, 0, 0);

    SeriesState lower = detector.after(null, END, recent(count), baseline);
    SeriesState higher = detector.after(null, END, recent(count + 1), baseline);

    assertThat(lower == null || higher != null).isTrue();
    assertThat(lower == null || lower.z() <= higher.z()).isTrue();
    assertThat(lower == null || lower.why().observed() >= lower.why().limit()).isTrue();
  }

  @Property
  void a_spike_never_begins_calm(
      @ForAll @DoubleRange(max = 1_000) double mean, @ForAll @LongRange(max = 50_000) long count) {
    SeriesState spike =
        new SpikeDetector(false).after(null, END, recent(count), new Baseline(mean, 1, 0, 0, 0));

    assertThat(spike == null || spike.calmSince() == null).isTrue();
  }

  private static RecentCount recent(long count) {
    return new RecentCount(1, count, 0, 0, 0);
  }
}
