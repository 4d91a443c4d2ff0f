package dev.amserr.app.ingest;

import dev.amserr.recurrence.Batch;
import dev.amserr.recurrence.OccurrenceCounter;
import dev.amserr.recurrence.Receipt;
import dev.amserr.recurrence.Sheds;
import dev.amserr.storage.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what many requests bring in one transaction after the other: one thread takes what has
 * arrived, has it counted, and then answers all of it. What is answered is durable.
 *
 * <p>What waits is bounded: whoever brings more waits for room, and for nothing else.
 */
public final class CountingQueue implements AutoCloseable {

  /** How many tallies may wait, each about a quarter of a kilobyte. */
  private static final int ROOM = 200_000;

  /** How many tallies are counted in one transaction, which bounds how long it takes. */
  private static final int MOST_AT_ONCE = 50_000;

  private static final Duration LONGEST_WAIT_FOR_ROOM = Duration.ofSeconds(10);
  private static final Duration TO_FINISH = Duration.ofSeconds(8);

  private static final Logger LOG = LoggerFactory.getLogger(CountingQueue.class);

  private final OccurrenceCounter counter;
  private final Clock clock;
  private final Semaphore room = new Semaphore(ROOM);
  private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final AtomicReference<Sheds> shed = new AtomicReference<>(Sheds.NONE);
  private final Thread thread = new Thread(this::work, "counting");
  private final CountingMetrics metrics;
  private volatile boolean closed;
  private volatile String trouble = "";

  private CountingQueue(OccurrenceCounter counter, Clock clock) {
    this.counter = counter;
    this.clock = clock;
    this.metrics = new CountingMetrics(() -> ROOM - room.availablePermits());
  }

  /** A batch that waits; the one without weight ends the work. */
  private record Waiting(Batch batch, int weight, CompletableFuture<Receipt> receipt) {
    Waiting(Batch batch, int weight) {
      this(batch, weight, new CompletableFuture<>());
    }

    static Waiting end() {
      return new Waiting(new Batch(null, List.of(), List.of()), 0);
    }

    boolean isEnd() {
      return weight == 0;
    }
  }

  /** Begins to count. */
  public static CountingQueue start(OccurrenceCounter counter, Clock clock) {
    CountingQueue queue = new CountingQueue(counter, clock);
    queue.thread.start();
    return queue;
  }

  /**
   * Has a batch counted. Waits while there is no room for it.
   *
   * @return what became of it, once that is durable; fails with a {@link StoreUnavailableException}
   *     if it was not counted, so that it may be sent again
   */
  public CompletableFuture<Receipt> count(Batch batch) {
    int weight = Math.min(ROOM, 1 + batch.tallies().size() + batch.plays().size());
    try {
      if (!room.tryAcquire(weight, LONGEST_WAIT_FOR_ROOM.toMillis(), TimeUnit.MILLISECONDS)) {
        return unavailable(
            "More waits to be counted than fits.", new TimeoutException("no room in the queue"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unavailable("The bot is stopping.", e);
    }
    Waiting waiting = new Waiting(batch, weight);
    queue.add(waiting);
    if (closed) {
      refuseTheRest();
    }
    return waiting.receipt();
  }

  /** What was counted since the start. */
  public CountingMetrics metrics() {
    return metrics;
  }

  /** Why the store refused what was to be counted last, as a sentence; empty if it was counted. */
  public Optional<String> trouble() {
    return Optional.of(trouble).filter(why -> !why.isEmpty());
  }

  /** Remembers what was given up, to be kept with what is counted next. */
  void gaveUp(Sheds sheds) {
    shed.accumulateAndGet(sheds, Sheds::plus);
  }

  /** Whether so much waits that details should be given up. */
  boolean isPressed() {
    return room.availablePermits() < ROOM / 2;
  }

  private void work() {
    try {
      List<Waiting> group = new ArrayList<>();
      while (fill(group)) {
        count(group);
        group.clear();
      }
    } catch (InterruptedException e) {
      LOG.warn("Counting was interrupted");
    } finally {
      closed = true;
      refuseTheRest();
    }
  }

  /** Waits for something and takes what else is there; false at the end. */
  private boolean fill(List<Waiting> group) throws InterruptedException {
    Waiting next = queue.take();
    int weight = 0;
    while (next != null && !next.isEnd()) {
      group.add(next);
      weight += next.weight();
      next = weight < MOST_AT_ONCE ? queue.poll() : null;
    }
    if (next != null && next.isEnd()) {
      if (group.isEmpty()) {
        return false;
      }
      queue.add(Waiting.end());
    }
    return true;
  }

  private void count(List<Waiting> group) {
    Sheds given = shed.getAndSet(Sheds.NONE);
    try {
      List<Receipt> receipts =
          counter.commit(group.stream().map(Waiting::batch).toList(), given, clock.instant());
      recovered();
      for (int i = 0; i < group.size(); i++) {
        metrics.counted(receipts.get(i));
        done(group.get(i)).complete(receipts.get(i));
      }
    } catch (StoreUnavailableException e) {
      gaveUp(given);
      failed(e);
      metrics.refused(group.size());
      group.forEach(waiting -> done(waiting).completeExceptionally(e));
    } catch (RuntimeException | Error e) {
      gaveUp(given);
      LOG.error("{} requests could not be counted together", group.size(), e);
      alone(group, e);
    }
  }

  /** What the store refuses must not take others with it. */
  private void alone(List<Waiting> group, Throwable failure) {
    if (group.size() == 1) {
      metrics.refused(1);
      done(group.get(0)).completeExceptionally(failure);
    } else {
      group.forEach(waiting -> count(List.of(waiting)));
    }
  }

  private CompletableFuture<Receipt> done(Waiting waiting) {
    room.release(waiting.weight());
    return waiting.receipt();
  }

  /** One line of log for each outage, however many requests it meets. */
  private void failed(StoreUnavailableException e) {
    if (trouble.isEmpty()) {
      LOG.error("Nothing can be counted until the store answers again", e);
    }
    trouble = String.valueOf(e.getMessage());
  }

  private void recovered() {
    if (!trouble.isEmpty()) {
      LOG.info("The store answers again; counting goes on");
    }
    trouble = "";
  }

  private void refuseTheRest() {
    for (Waiting waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
      if (!waiting.isEnd()) {
        done(waiting)
            .completeExceptionally(
                new StoreUnavailableException(
                    "The bot is stopping.", new IllegalStateException("the queue is closed")));
      }
    }
  }

  private static CompletableFuture<Receipt> unavailable(String why, Exception cause) {
    return CompletableFuture.failedFuture(new StoreUnavailableException(why, cause));
  }

  /** Counts what waits, as long as that does not take too long, and refuses what comes after. */
  @Override
  public void close() {
    queue.add(Waiting.end());
    try {
      thread.join(TO_FINISH.toMillis());
      if (thread.isAlive()) {
        LOG.warn("What waits was not counted within {}", TO_FINISH);
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
