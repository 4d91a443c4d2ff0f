package dev.amserr.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.recurrence.Batch;
import dev.amserr.recurrence.BatchBuilder;
import dev.amserr.recurrence.Occurrence;
import dev.amserr.recurrence.OccurrenceCounter;
import dev.amserr.recurrence.Receipt;
import dev.amserr.recurrence.ResolvedCode;
import dev.amserr.recurrence.Sheds;
import dev.amserr.storage.StoreUnavailableException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class CountingQueueTest {

  private static final Instant NOW = Instant.parse("2026-06-10T12:34:56Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  /** A counter that waits until it may go on, and fails when it is told to. */
  private static final class Held implements OccurrenceCounter {
    private final List<Integer> groups = new CopyOnWriteArrayList<>();
    private final List<Sheds> sheds = new CopyOnWriteArrayList<>();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch mayGo = new CountDownLatch(1);
    private volatile RuntimeException failure;
    private volatile String poison = "";

    @Override
    public List<Receipt> commit(List<Batch> batches, Sheds shed, Instant now) {
      groups.add(batches.size());
      sheds.add(shed);
      entered.countDown();
      try {
        mayGo.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      RuntimeException fails = failure;
      if (fails != null) {
        failure = null;
        throw fails;
      }
      if (batches.stream().anyMatch(b -> b.tallies().get(0).series().code().equals(poison))) {
        throw new IllegalStateException("the store refuses this");
      }
      return batches.stream().map(batch -> new Receipt(batch.items(), 0, 0)).toList();
    }
  }

  private static Batch batch(String code) {
    return new BatchBuilder(null, NOW)
        .add(Occurrence.of(code, "web"), ResolvedCode.ofText(code), null)
        .build();
  }

  @Test
  void what_arrives_while_one_group_is_counted_is_counted_together_afterwards() throws Exception {
    Held counter = new Held();
    try (CountingQueue queue = CountingQueue.start(counter, CLOCK)) {
      List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
      receipts.add(queue.count(batch("first")));
      counter.entered.await();
      for (int i = 0; i < 10; i++) {
        receipts.add(queue.count(batch("later")));
      }

      assertThat(receipts).noneMatch(CompletableFuture::isDone);
      counter.mayGo.countDown();

      for (CompletableFuture<Receipt> receipt : receipts) {
        assertThat(receipt.get()).isEqualTo(new Receipt(1, 0, 0));
      }
      assertThat(counter.groups).containsExactly(1, 10);
    }
  }

  @Test
  void when_the_store_is_gone_everybody_of_the_group_is_told_and_the_next_is_counted()
      throws Exception {
    Held counter = new Held();
    counter.failure = new StoreUnavailableException("The disk is full.", new Exception("full"));
    counter.mayGo.countDown();
    try (CountingQueue queue = CountingQueue.start(counter, CLOCK)) {
      CompletableFuture<Receipt> refused = queue.count(batch("a"));

      assertThatThrownBy(refused::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(StoreUnavailableException.class);
      assertThat(queue.count(batch("b")).get()).isEqualTo(new Receipt(1, 0, 0));
    }
  }

  @Test
  void while_the_store_refuses_what_is_counted_the_reason_is_known() throws Exception {
    Held counter = new Held();
    counter.failure = new StoreUnavailableException("The disk is full.", new Exception("full"));
    counter.mayGo.countDown();
    try (CountingQueue queue = CountingQueue.start(counter, CLOCK)) {
      Optional<String> before = queue.trouble();
      assertThatThrownBy(queue.count(batch("a"))::get).isInstanceOf(ExecutionException.class);
      Optional<String> during = queue.trouble();
      queue.count(batch("b")).get();

      assertThat(before).isEmpty();
      assertThat(during).contains("The disk is full.");
      assertThat(queue.trouble()).isEmpty();
    }
  }

  @Test
  void what_was_given_up_is_kept_until_it_could_be_written() throws Exception {
    Held counter = new Held();
    counter.failure = new StoreUnavailableException("The disk is full.", new Exception("full"));
    counter.mayGo.countDown();
    try (CountingQueue queue = CountingQueue.start(counter, CLOCK)) {
      queue.gaveUp(new Sheds(3, 1, 0));
      assertThatThrownBy(queue.count(batch("a"))::get).isInstanceOf(ExecutionException.class);
      queue.gaveUp(new Sheds(1, 0, 0));
      queue.count(batch("b")).get();
      queue.count(batch("c")).get();

      assertThat(counter.sheds).containsExactly(new Sheds(3, 1, 0), new Sheds(4, 1, 0), Sheds.NONE);
    }
  }

  @Test
  void what_was_counted_and_refused_can_be_collected() throws Exception {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Held counter = new Held();
    counter.failure = new StoreUnavailableException("The disk is full.", new Exception("full"));
    counter.mayGo.countDown();
    try (CountingQueue queue = CountingQueue.start(counter, CLOCK)) {
      queue.metrics().bindTo(meters);
      assertThatThrownBy(queue.count(batch("a"))::get).isInstanceOf(ExecutionException.class);
      queue.count(batch("b")).get();
      queue.count(batch("c")).get();

      assertThat(
              meters
                  .get("amserr.ingest.reports")
                  .tag("outcome", "accepted")
                  .functionCounter()
                  .count())
          .isEqualTo(2);
      assertThat(meters.get("amserr.ingest.refused").functionCounter().count()).isEqualTo(1);
      assertThat(meters.get("amserr.ingest.waiting").gauge().value()).isZero();
    }
  }

  @Test
  void a_batch_that_the_store_refuses_takes_no_other_with_it() throws Exception {
    Held counter = new Held();
    counter.poison = "bad";
    try (CountingQueue queue = CountingQueue.start(counter, CLOCK)) {
      CompletableFuture<Receipt> first = queue.count(batch("first"));
      counter.entered.await();
      CompletableFuture<Receipt> good = queue.count(batch("good"));
      CompletableFuture<Receipt> bad = queue.count(batch("bad"));
      CompletableFuture<Receipt> better = queue.count(batch("better"));
      counter.mayGo.countDown();

      assertThat(first.get().accepted()).isEqualTo(1);
      assertThat(good.get().accepted()).isEqualTo(1);
      assertThat(better.get().accepted()).isEqualTo(1);
      assertThatThrownBy(bad::get).hasCauseInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void what_waits_at_the_end_is_counted_and_what_comes_later_is_refused() throws Exception {
    Held counter = new Held();
    counter.mayGo.countDown();
    CountingQueue queue = CountingQueue.start(counter, CLOCK);
    CompletableFuture<Receipt> before = queue.count(batch("before"));

    queue.close();
    CompletableFuture<Receipt> after = queue.count(batch("after"));

    assertThat(before.get().accepted()).isEqualTo(1);
    assertThatThrownBy(after::get).hasCauseInstanceOf(StoreUnavailableException.class);
  }
}
