package dev.amserr.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.slack.outbound.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentlySeenTest {

  private static final int BOUND = 10_000;

  private final TestClock clock = new TestClock(Instant.parse("2026-11-21T12:00:00Z"));
  private final RecentlySeen<Long> seen = new RecentlySeen<>(BOUND, Duration.ofMinutes(10), clock);

  @Test
  void something_is_new_once() {
    boolean first = seen.isFirst(1L);
    boolean second = seen.isFirst(1L);
    boolean other = seen.isFirst(2L);

    assertThat(List.of(first, second, other)).containsExactly(true, false, true);
  }

  @Test
  void it_is_forgotten_after_its_time() {
    seen.isFirst(1L);
    clock.pass(Duration.ofMinutes(10).minusMillis(1));
    boolean just = seen.isFirst(1L);
    clock.pass(Duration.ofMillis(1));
    boolean late = seen.isFirst(1L);

    assertThat(List.of(just, late)).containsExactly(false, true);
  }

  @Test
  void in_a_flood_the_newest_are_remembered() {
    LongStream.range(0, 3L * BOUND).forEach(seen::isFirst);

    long forgotten = LongStream.range(2L * BOUND, 3L * BOUND).filter(seen::isFirst).count();

    assertThat(forgotten).isZero();
  }

  @Test
  void in_a_flood_the_oldest_are_forgotten() {
    LongStream.range(0, 3L * BOUND).forEach(seen::isFirst);

    assertThat(seen.isFirst(0L)).isTrue();
  }

  @Test
  void of_several_threads_one_is_the_first_while_generations_change_too() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      CyclicBarrier together = new CyclicBarrier(4);
      Callable<Long> asking =
          () -> {
            together.await();
            return LongStream.range(0, BOUND + BOUND / 2).filter(seen::isFirst).count();
          };

      long firsts = 0;
      for (Future<Long> each :
          threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> asking).toList())) {
        firsts += each.get();
      }

      assertThat(firsts).isEqualTo(BOUND + BOUND / 2);
    } finally {
      threads.shutdownNow();
    }
  }
}
