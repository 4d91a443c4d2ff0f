package dev.amserr.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

  private static final int MEGABYTE = 1 << 20;

  @Test
  void large_bodies_wait_for_room_and_small_ones_do_not() {
    BodyBudget budget = new BodyBudget(2 * MEGABYTE);
    int first = budget.take(MEGABYTE, Duration.ZERO);
    int second = budget.take(MEGABYTE, Duration.ZERO);

    assertThat(budget.take(BodyBudget.SMALL, Duration.ZERO)).isZero();
    assertThatThrownBy(() -> budget.take(100_000, Duration.ofMillis(1)))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> assertThat(refused.problem().answer("1").status()).isEqualTo(503));
    budget.release(first);
    assertThat(budget.take(100_000, Duration.ZERO)).isPositive();
    budget.release(second);
  }

  @Test
  void a_body_larger_than_the_budget_has_it_alone() {
    BodyBudget budget = new BodyBudget(100_000);

    int all = budget.take(MEGABYTE, Duration.ZERO);

    assertThatThrownBy(() -> budget.take(20_000, Duration.ZERO)).isInstanceOf(RequestRefused.class);
    budget.release(all);
    assertThat(budget.take(20_000, Duration.ZERO)).isPositive();
  }
}
