package dev.amserr.recurrence;

import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Which samples a series keeps: each that was ever offered with the same probability (Vitter's
 * algorithm R, ACM TOMS 11/1, 1985).
 */
public final class Reservoir {

  private Reservoir() {}

  /**
   * The place of a sample, from 0 to {@link Sample#MOST} − 1, where it replaces what stands there;
   * empty if it is not kept.
   *
   * @param offered how many samples the series was offered before this one
   */
  public static OptionalInt place(long offered, RandomGenerator random) {
    if (offered < Sample.MOST) {
      return OptionalInt.of((int) offered);
    }
    long place = random.nextLong(offered + 1);
    return place < Sample.MOST ? OptionalInt.of((int) place) : OptionalInt.empty();
  }
}
