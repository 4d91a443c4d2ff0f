package dev.amserr.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaseKeeperTest {

  private static final Instant START = Instant.parse("2026-03-03T09:00:00Z");

  private final SettableClock clock = new SettableClock(START);
  private final InMemoryLeases store = new InMemoryLeases();
  private final List<String> told = new ArrayList<>();
  private boolean storeAnswers = true;
  private final LeaseKeeper first = keeper("a");
  private final LeaseKeeper second = keeper("b");

  @Test
  void one_of_two_processes_is_on_duty() {
    first.renew();
    second.renew();

    assertThat(first.holds()).isTrue();
    assertThat(second.holds()).isFalse();
    assertThat(told).containsExactly("a begins");
  }

  @Test
  void after_a_crash_the_right_moves_within_thirty_seconds() {
    first.renew();
    Instant crash = clock.instant();

    while (!second.holds()) {
      clock.advance(LeaseKeeper.RENEWED);
      second.renew();
    }

    assertThat(Duration.between(crash, clock.instant())).isLessThan(Duration.ofSeconds(30));
    assertThat(first.holds()).isFalse();
    assertThat(told).containsExactly("a begins", "b begins");
  }

  @Test
  void at_no_moment_do_two_processes_hold_it() {
    first.renew();
    for (int second = 0; second < 60; second++) {
      clock.advance(Duration.ofSeconds(1));
      if (second % 5 == 0) {
        this.second.renew();
      }

      assertThat(first.holds() && this.second.holds()).isFalse();
    }
  }

  @Test
  void who_can_not_renew_ends_its_duties_when_the_lease_runs_out() {
    first.renew();
    storeAnswers = false;

    clock.advance(Duration.ofSeconds(10));
    first.renew();
    assertThat(first.holds()).isTrue();
    clock.advance(Duration.ofSeconds(10));
    first.renew();

    assertThat(first.holds()).isFalse();
    assertThat(told).containsExactly("a begins", "a ends");
  }

  @Test
  void what_is_given_back_is_taken_at_once() {
    first.renew();

    first.release();
    second.renew();

    assertThat(told).containsExactly("a begins", "a ends", "b begins");
  }

  private LeaseKeeper keeper(String process) {
    Leases sometimes =
        new Leases() {
          @Override
          public Claim take(String name, String holder, Instant now, Instant until) {
            if (!storeAnswers) {
              throw new StoreUnavailableException("gone", new IllegalStateException());
            }
            return store.take(name, holder, now, until);
          }

          @Override
          public void release(String name, String holder) {
            store.release(name, holder);
          }
        };
    return new LeaseKeeper(
        sometimes,
        "gateway",
        process,
        new LeaseKeeper.Duties() {
          @Override
          public void begin() {
            told.add(process + " begins");
          }

          @Override
          public void end() {
            told.add(process + " ends");
          }
        },
        clock);
  }
}
