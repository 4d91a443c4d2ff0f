package dev.amserr.discord;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does and tells nobody. */
final class Waiting {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private Waiting() {}

  static void until(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE) {
        throw new AssertionError("It did not happen within 10 s");
      }
      Thread.onSpinWait();
    }
  }
}
