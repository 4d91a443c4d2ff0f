package dev.amserr.app.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How much of larger bodies there may be at once. Small ones never wait. Thread-safe. */
final class BodyBudget {

  /** Up to how many bytes a body is small. */
  static final int SMALL = 16 << 10;

  private final int kibibytes;
  private final Semaphore left;

  /** A budget of so many bytes. */
  BodyBudget(long bytes) {
    this.kibibytes = (int) Math.max(1, Math.min(1 << 20, bytes >> 10));
    // In turn, or large bodies would wait for ever.
    this.left = new Semaphore(kibibytes, true);
  }

  /**
   * Waits for room.
   *
   * @return what to {@link #release}
   * @throws RequestRefused if there is none in time
   */
  int take(long bytes, Duration patience) {
    if (bytes <= SMALL) {
      return 0;
    }
    int wanted = (int) Math.min(kibibytes, bytes >> 10);
    try {
      if (left.tryAcquire(wanted, patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return wanted;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new RequestRefused(
        Problem.of(503, "Too many large bodies are under way. Try again in some seconds.")
            .with("Retry-After", "5")
            .with("Connection", "close"));
  }

  void release(int taken) {
    left.release(taken);
  }
}
