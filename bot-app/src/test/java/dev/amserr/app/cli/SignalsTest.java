package dev.amserr.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class SignalsTest {

  private final List<String> done = new CopyOnWriteArrayList<>();
  private final Signals signals = new Signals();

  @Test
  void an_end_that_is_asked_for_during_the_start_closes_what_has_started() throws Exception {
    Thread end = new Thread(signals::end, "end");
    end.start();
    while (end.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    signals.started(() -> done.add("reload"), () -> done.add("close"));
    end.join();
    signals.awaitEnd();

    assertThat(done).containsExactly("close");
  }

  @Test
  void an_end_without_a_server_has_nothing_to_wait_for() {
    signals.startOver();

    signals.end();
    signals.awaitEnd();

    assertThat(done).isEmpty();
  }

  @Test
  void the_configuration_is_read_again_once_if_that_was_asked_for_during_the_start() {
    signals.hangUp();
    signals.hangUp();

    signals.started(() -> done.add("reload"), () -> done.add("close"));

    assertThat(done).containsExactly("reload");
  }

  @Test
  void the_configuration_is_read_again_whenever_that_is_asked_for() {
    signals.started(() -> done.add("reload"), () -> done.add("close"));

    signals.hangUp();
    signals.hangUp();

    assertThat(done).containsExactly("reload", "reload");
  }

  @Test
  void a_reading_that_fails_ends_nothing_and_can_be_asked_for_again() {
    signals.hangUp();
    signals.started(
        () -> {
          done.add("reload");
          throw new IllegalStateException("the store does not answer");
        },
        () -> done.add("close"));
    signals.hangUp();
    signals.end();

    assertThat(done).containsExactly("reload", "reload", "close");
  }
}
