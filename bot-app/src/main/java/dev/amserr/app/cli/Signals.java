package dev.amserr.app.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What signals ask of a server: to read its configuration again, and to end. What is asked for
 * while it starts is done once it has started. Thread-safe.
 */
final class Signals {

  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

  /** For how long the end waits for a start; supervisors kill what does not stop soon. */
  private static final Duration LONGEST_START = Duration.ofSeconds(5);

  private final CountDownLatch startOver = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean reloadAsked = new AtomicBoolean();
  private final AtomicReference<@Nullable Server> server = new AtomicReference<>();

  /** What runs. */
  private record Server(Runnable reload, Runnable close) {}

  /**
   * Listens to the process's signals from now on.
   *
   * @return false if the process is ending already
   */
  boolean listen() {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(this::end, "stop"));
    } catch (IllegalStateException ending) {
      return false;
    }
    HangUp.then(this::hangUp);
    return true;
  }

  /** The server has started. */
  void started(Runnable reload, Runnable close) {
    server.set(new Server(reload, close));
    startOver.countDown();
    reloadIfAsked();
  }

  /** There is no start to wait for any more, whether there is a server or not. */
  void startOver() {
    startOver.countDown();
  }

  /** Asks for the configuration to be read again. */
  void hangUp() {
    reloadAsked.set(true);
    reloadIfAsked();
  }

  private void reloadIfAsked() {
    Server running = server.get();
    if (running != null && reloadAsked.getAndSet(false)) {
      try {
        running.reload().run();
      } catch (RuntimeException e) {
        LOG.error("The configuration could not be read again; SIGHUP tries it once more", e);
      }
    }
  }

  /** Closes the server, as soon as it is known whether there is one. */
  void end() {
    try {
      if (!startOver.await(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("The start has not come to its end within {} s", LONGEST_START.toSeconds());
      }
      Server running = server.get();
      if (running != null) {
        running.close().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  /** Waits until the server is closed. */
  void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
