package dev.amserr.app;

import java.util.concurrent.CountDownLatch;

/** Latches within lambdas that may not throw. */
public final class Latches {

  private Latches() {}

  /** Waits; an interruption ends it and stays set. */
  public static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
