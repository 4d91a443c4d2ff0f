package dev.amserr.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IntervalTest {

  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  private static final Interval HOUR = new Interval(NINE, NINE.plusSeconds(3600));

  @Test
  void the_start_belongs_to_it_and_the_end_does_not() {
    assertThat(HOUR.contains(NINE)).isTrue();
    assertThat(HOUR.contains(NINE.plusSeconds(3600).minusNanos(1))).isTrue();
    assertThat(HOUR.contains(NINE.plusSeconds(3600))).isFalse();
    assertThat(HOUR.contains(NINE.minusNanos(1))).isFalse();
  }

  @Test
  void neighbours_that_touch_have_nothing_in_common() {
    Interval next = new Interval(HOUR.until(), HOUR.until().plusSeconds(1));

    assertThat(HOUR.overlaps(next)).isFalse();
    assertThat(HOUR.intersection(next)).isEmpty();
  }

  @Test
  void what_two_have_in_common_is_cut_on_both_sides() {
    Interval other = new Interval(NINE.plusSeconds(60), NINE.plusSeconds(9999));

    assertThat(HOUR.intersection(other))
        .contains(new Interval(NINE.plusSeconds(60), NINE.plusSeconds(3600)));
    assertThat(HOUR.length()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void an_empty_one_is_refused() {
    assertThatThrownBy(() -> new Interval(NINE, NINE)).isInstanceOf(IllegalArgumentException.class);
  }
}
