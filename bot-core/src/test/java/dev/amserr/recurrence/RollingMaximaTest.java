package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RollingMaximaTest {

  private static final Instant HOUR = Instant.parse("2026-06-08T12:00:00Z");

  @Property(tries = 200)
  void they_are_those_of_every_window_that_ends_in_the_hour(
      @ForAll @Size(180) List<@IntRange(max = 50) Integer> counts) {
    List<MinuteBucket> minutes = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      minutes.add(new MinuteBucket(1, at(i), counts.get(i), 0));
    }

    RollingMaxima maxima = RollingMaxima.of(HOUR, minutes);

    assertThat(maxima).isEqualTo(new RollingMaxima(largest(counts, 60), largest(counts, 5)));
  }

  /** Minute 0 is an hour before the hour. */
  private static Instant at(int minute) {
    return HOUR.minusSeconds(3_600).plusSeconds(60L * minute);
  }

  private static long largest(List<Integer> counts, int length) {
    long largest = 0;
    for (int last = 60; last < 120; last++) {
      long sum = 0;
      for (int minute = last - length + 1; minute <= last; minute++) {
        sum += counts.get(minute);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }
}
