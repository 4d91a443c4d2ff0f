package dev.amserr.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things again and again, each on its own beat; one that fails is tried at its next beat. */
final class Rounds implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final int THREADS = 2;
  private static final Duration TO_FINISH = Duration.ofSeconds(5);

  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "rounds");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Does something now, in another thread, and again and again.
   *
   * @param pause from the end of one time to the beginning of the next
   * @param name for the log
   */
  void every(Duration pause, String name, Runnable task) {
    // What a schedule does with its future nobody looks at: failures are logged here.
    var unused =
        threads.scheduleWithFixedDelay(
            () -> attempt(name, task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void attempt(String name, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("The round {} failed; it is tried again", name, e);
    }
  }

  /** Begins nothing new, and waits for what runs. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("A round did not end within {}", TO_FINISH);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
