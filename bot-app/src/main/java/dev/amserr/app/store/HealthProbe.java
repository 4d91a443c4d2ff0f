package dev.amserr.app.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Looks at something that may hang, in bounded time: at most one look is under way. */
final class HealthProbe implements AutoCloseable {

  /** Longer than the wait for a connection, whose failure says more than this. */
  private static final Duration LIMIT = Duration.ofMillis(2500);

  private final Supplier<StoreHealth> look;
  private final ExecutorService looker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "store-health");
            thread.setDaemon(true);
            return thread;
          });

  private CompletableFuture<StoreHealth> latest =
      CompletableFuture.completedFuture(new StoreHealth.Up());

  HealthProbe(Supplier<StoreHealth> look) {
    this.look = look;
  }

  StoreHealth ask() {
    try {
      return current().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      return new StoreHealth.Down("The store is closed.");
    } catch (TimeoutException e) {
      return new StoreHealth.Down("The database has not answered for 2.5 s.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new StoreHealth.Down("The look at the database was interrupted.");
    } catch (ExecutionException e) {
      throw new IllegalStateException("The look at the database failed.", e);
    }
  }

  private synchronized CompletableFuture<StoreHealth> current() {
    if (latest.isDone()) {
      latest = CompletableFuture.supplyAsync(look, looker);
    }
    return latest;
  }

  @Override
  public void close() {
    looker.shutdownNow();
  }
}
