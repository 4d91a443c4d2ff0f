package dev.amserr.slack.inbound;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts what runs, for a clean stop. Thread-safe. */
final class Running {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition nothingRuns = lock.newCondition();
  private int count;

  void begin() {
    lock.lock();
    try {
      count++;
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      count--;
      if (count == 0) {
        nothingRuns.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing runs; says how much still does when the time is over. */
  int await(Duration time) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(time.toMillis());
      while (count > 0 && left > 0) {
        left = nothingRuns.awaitNanos(left);
      }
      return count;
    } finally {
      lock.unlock();
    }
  }
}
