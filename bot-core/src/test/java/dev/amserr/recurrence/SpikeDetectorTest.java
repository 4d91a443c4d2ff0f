package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/detection.md, and how a spike begins, grows and ends. */
class SpikeDetectorTest {

  private static final Instant END = Instant.parse("2026-06-08T14:30:00Z");
  private static final Baseline TWENTY = new Baseline(20, 1.25, 40, 0, 0);
  private static final SpikeDetector DETECTOR = new SpikeDetector(false);

  @Test
  void sixty_in_an_hour_are_a_spike_where_twenty_are_usual() {
    SeriesState below = DETECTOR.after(null, END, recent(59, 5), TWENTY);
    SeriesState spike = DETECTOR.after(null, END, recent(60, 5), TWENTY);

    assertThat(below).isNull();
    assertThat(spike.why()).isEqualTo(new Why(60, 60, 20));
    assertThat(spike.since()).isEqualTo(END);
  }

  @Test
  void a_daily_burst_is_usual_at_its_hour_and_a_spike_at_another() {
    List<HourBucket> hours = new ArrayList<>();
    Instant two = Instant.parse("2026-06-08T02:00:00Z");
    Instant fourteen = Instant.parse("2026-06-08T14:00:00Z");
    for (int day = 0; day <= 30; day++) {
      hours.add(new HourBucket(1, two.minus(Duration.ofDays(day)), 500, 0, 500, 500));
    }
    Instant firstSeen = two.minus(Duration.ofDays(30));
    Baseline atTwo = Baseline.of(two, firstSeen, hours, Map.of());
    Baseline atFourteen = Baseline.of(fourteen, firstSeen, hours, Map.of());

    assertThat(new SpikeLimit(10).of60(atTwo, 4)).isEqualTo(750);
    assertThat(DETECTOR.after(null, two.plusSeconds(600), recent(500, 500), atTwo)).isNull();
    assertThat(new SpikeLimit(10).of60(atFourteen, 4)).isCloseTo(18.66, within(0.005));
    assertThat(DETECTOR.after(null, fourteen.plusSeconds(600), recent(18, 9), atFourteen)).isNull();
    assertThat(DETECTOR.after(null, fourteen.plusSeconds(600), recent(19, 9), atFourteen))
        .isNotNull();
    assertThat(DETECTOR.after(null, fourteen.plusSeconds(600), recent(900, 90), atFourteen).z())
        .isEqualTo(6);
  }

  @Test
  void twelve_in_an_hour_are_a_spike_of_a_series_that_was_unseen_for_a_week() {
    Instant hour = Instant.parse("2026-06-08T14:00:00Z");
    Baseline nothing = Baseline.of(hour, hour.minus(Duration.ofDays(100)), List.of(), Map.of());

    SeriesState below = DETECTOR.after(null, END, recent(9, 9), nothing);
    SeriesState spike = DETECTOR.after(null, END, recent(12, 1), nothing);

    assertThat(below).isNull();
    assertThat(spike.why()).isEqualTo(new Why(12, 10, 0));
  }

  @Test
  void a_critical_code_needs_only_what_chance_does_not_explain() {
    SpikeDetector critical = new SpikeDetector(true);
    Baseline nothing = new Baseline(0, 1, 0, 0, 0);

    assertThat(critical.after(null, END, recent(3, 0), nothing)).isNull();
    // With z = 4 and nothing usual the limit is (√0.375 + 2)² − 0.375 = 6.45.
    assertThat(critical.after(null, END, recent(6, 0), nothing)).isNull();
    assertThat(critical.after(null, END, recent(7, 0), nothing)).isNotNull();
    assertThat(SpikeDetector.matters(true, 3)).isTrue();
    assertThat(SpikeDetector.matters(false, 9)).isFalse();
  }

  @Test
  void more_errors_are_no_spike_where_plays_grew_as_much() {
    Baseline baseline = new Baseline(20, 1.25, 40, 0, 0.015);

    SeriesState gated =
        DETECTOR.after(null, END, new RecentCount(1, 180, 15, 10_000, 833), baseline);
    SeriesState spike =
        DETECTOR.after(null, END, new RecentCount(1, 400, 33, 10_000, 833), baseline);

    assertThat(gated).isNull();
    assertThat(spike).isNotNull();
    assertThat(WilsonBound.lower(180, 10_000)).isCloseTo(0.0156, within(0.00005));
    assertThat(WilsonBound.lower(400, 10_000)).isCloseTo(0.0363, within(0.00005));
  }

  @Test
  void fewer_than_25_plays_a_minute_say_nothing() {
    Baseline baseline = new Baseline(20, 1.25, 40, 0, 0.5);

    assertThat(DETECTOR.after(null, END, new RecentCount(1, 180, 15, 1_500, 125), baseline))
        .isNull();
    assertThat(DETECTOR.after(null, END, new RecentCount(1, 180, 15, 1_499, 124), baseline))
        .isNotNull();
  }

  @Test
  void a_sudden_burst_is_a_spike_by_its_five_minutes() {
    Baseline baseline = new Baseline(120, 1, 300, 20, 0);

    SeriesState spike = DETECTOR.after(null, END, recent(150, 60), baseline);

    // μ/12 = 10, φ = 1, z = 5: (√10.375 + 2.5)² − 0.375 = 32.4; 3μ/12 = 30; 1.5 m2′ = 30.
    assertThat(spike.why().observed()).isEqualTo(60);
    assertThat(spike.why().limit()).isCloseTo(32.36, within(0.01));
    assertThat(spike.why().baseline()).isEqualTo(10);
    assertThat(spike.note()).isEqualTo("within 5 minutes");
  }

  @Test
  void a_spike_says_for_which_sensitivity_it_is_one() {
    Baseline calm = new Baseline(100, 9, 0, 1_000, 0);

    // (√100.375 + z/2 · 3)² − 0.375 for z = 4, 5, 6 is 256.2, 306.6, 361.3; 3μ = 300.
    assertThat(DETECTOR.after(null, END, recent(299, 0), calm)).isNull();
    assertThat(DETECTOR.after(null, END, recent(306, 0), calm).z()).isEqualTo(4);
    assertThat(DETECTOR.after(null, END, recent(307, 0), calm).z()).isEqualTo(5);
    assertThat(DETECTOR.after(null, END, recent(362, 0), calm).z()).isEqualTo(6);
  }

  @Test
  void a_spike_is_over_after_thirty_minutes_below_half_the_limit() {
    SeriesState spike = DETECTOR.after(null, END, recent(60, 5), TWENTY);

    SeriesState calming = spike;
    for (int minute = 1; minute <= 30; minute++) {
      calming = DETECTOR.after(calming, at(minute), recent(29, 2), TWENTY);
    }
    SeriesState over = DETECTOR.after(calming, at(31), recent(29, 2), TWENTY);

    assertThat(calming.calmSince()).isEqualTo(at(1));
    assertThat(over).isNull();
  }

  @Test
  void half_the_limit_is_not_calm() {
    SeriesState spike = DETECTOR.after(null, END, recent(60, 5), TWENTY);
    SeriesState calming = DETECTOR.after(spike, at(1), recent(29, 2), TWENTY);

    SeriesState again = DETECTOR.after(calming, at(20), recent(30, 2), TWENTY);

    assertThat(again).isEqualTo(spike);
  }

  @Test
  void the_reason_is_renewed_when_the_spike_grows() {
    SeriesState spike = DETECTOR.after(null, END, recent(62, 5), TWENTY);

    SeriesState same = DETECTOR.after(spike, at(1), recent(92, 5), TWENTY);
    SeriesState grown = DETECTOR.after(spike, at(1), recent(93, 5), TWENTY);

    assertThat(same.why()).isEqualTo(new Why(62, 60, 20));
    assertThat(grown.why()).isEqualTo(new Why(93, 60, 20));
    assertThat(grown.since()).isEqualTo(END);
  }

  private static RecentCount recent(long c60, long c5) {
    return new RecentCount(1, c60, c5, 0, 0);
  }

  private static Instant at(int minutesLater) {
    return END.plus(Duration.ofMinutes(minutesLater));
  }
}
