package dev.amserr.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ReservoirTest {

  @Test
  void the_first_twenty_are_kept_one_beside_the_other() {
    RandomGenerator random = new SplittableRandom(1);

    for (int offered = 0; offered < Sample.MOST; offered++) {
      assertThat(Reservoir.place(offered, random)).hasValue(offered);
    }
  }

  @Test
  void every_sample_stays_with_the_same_probability() {
    RandomGenerator random = new SplittableRandom(1);
    int runs = 4_000;
    int offered = 100;
    int[] kept = new int[offered];
    for (int run = 0; run < runs; run++) {
      int[] places = new int[Sample.MOST];
      for (int sample = 0; sample < offered; sample++) {
        int number = sample;
        Reservoir.place(sample, random).ifPresent(place -> places[place] = number);
      }
      for (int number : places) {
        kept[number]++;
      }
    }

    // 20 of 100 are kept; a standard deviation is 0.006.
    for (int count : kept) {
      assertThat((double) count / runs).isCloseTo(0.2, within(0.03));
    }
  }
}
