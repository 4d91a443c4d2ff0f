package dev.amserr.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.app.Latches;
import dev.amserr.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimerTest {

  private static final Duration BEAT = Duration.ofMillis(20);

  @Test
  void a_task_is_run_again_even_after_it_failed() throws Exception {
    CountDownLatch beats = new CountDownLatch(3);
    try (Timer timer = new Timer("again")) {
      timer.every(
          BEAT,
          "task",
          () -> {
            beats.countDown();
            throw new IllegalStateException("this beat fails");
          });

      assertThat(beats.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_task_never_runs_twice_at_the_same_time() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch beats = new CountDownLatch(10);
    try (Timer timer = new Timer("alone")) {
      timer.every(
          Duration.ofMillis(1),
          "task",
          () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            for (int i = 0; i < 200_000; i++) {
              Thread.onSpinWait();
            }
            running.decrementAndGet();
            beats.countDown();
          });

      assertThat(beats.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void one_task_does_not_wait_for_another() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch beats = new CountDownLatch(2);
    try (Timer timer = new Timer("apart")) {
      timer.every(BEAT, "stuck", () -> Latches.await(stuck));
      timer.every(BEAT, "task", beats::countDown);

      assertThat(beats.await(30, TimeUnit.SECONDS)).isTrue();
      stuck.countDown();
    }
  }

  @Test
  void tasks_begin_anew_when_the_clock_is_set_back() throws Exception {
    SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(2);
    Steps steps = new Steps(clock, () -> 0);
    try (Timer timer = new Timer("set back", steps, BEAT)) {
      timer.every(
          Duration.ofHours(1),
          "task",
          () -> {
            first.countDown();
            second.countDown();
          });
      assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();

      clock.set(Instant.parse("2026-03-01T09:00:00Z"));

      assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_name_is_taken_once() {
    try (Timer timer = new Timer("names")) {
      timer.every(Duration.ofHours(1), "task", () -> {});

      assertThatThrownBy(() -> timer.every(BEAT, "task", () -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("task");
    }
  }

  @Test
  void closing_ends_whenever_it_comes_and_nothing_begins_after_it() {
    for (int round = 0; round < 400; round++) {
      AtomicInteger begun = new AtomicInteger();
      try (Timer timer = new Timer("short-" + round)) {
        for (int task = 0; task < 6; task++) {
          timer.every(Duration.ofMillis(1), "task-" + task, begun::incrementAndGet);
        }
      }
      int whenClosed = begun.get();

      assertThat(begun).hasValue(whenClosed);
    }
  }

  @Test
  void a_task_that_does_not_end_does_not_keep_the_timer_from_closing() throws Exception {
    CountDownLatch runs = new CountDownLatch(1);
    CountDownLatch stuck = new CountDownLatch(1);
    AtomicInteger afterwards = new AtomicInteger();
    Timer timer = new Timer("stuck");
    timer.every(
        BEAT,
        "stuck",
        () -> {
          runs.countDown();
          Latches.await(stuck);
        });
    assertThat(runs.await(30, TimeUnit.SECONDS)).isTrue();
    timer.every(BEAT, "task", afterwards::incrementAndGet);

    timer.close();

    int whenClosed = afterwards.get();
    stuck.countDown();
    assertThat(afterwards).hasValue(whenClosed);
  }
}
