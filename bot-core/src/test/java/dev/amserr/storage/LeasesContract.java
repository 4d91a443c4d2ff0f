package dev.amserr.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of leases does. */
public abstract class LeasesContract {

  private static final Instant NOW = Instant.parse("2026-03-03T09:00:00.123Z");
  private static final Instant UNTIL = NOW.plusSeconds(20);

  /** Leases that nobody holds. */
  protected abstract Leases leases();

  @Test
  void a_right_is_held_by_one_until_it_runs_out() {
    Leases leases = leases();

    assertThat(leases.take("gateway", "a", NOW, UNTIL)).isEqualTo(new Leases.Held(UNTIL));
    assertThat(leases.take("gateway", "b", NOW.plusSeconds(19), UNTIL.plusSeconds(19)))
        .isEqualTo(new Leases.HeldByOther("a", UNTIL));
    assertThat(leases.take("gateway", "b", UNTIL, UNTIL.plusSeconds(20)))
        .isEqualTo(new Leases.Held(UNTIL.plusSeconds(20)));
    assertThat(leases.take("gateway", "a", UNTIL, UNTIL.plusSeconds(20)))
        .isEqualTo(new Leases.HeldByOther("b", UNTIL.plusSeconds(20)));
  }

  @Test
  void its_holder_renews_it() {
    Leases leases = leases();
    leases.take("gateway", "a", NOW, UNTIL);

    assertThat(leases.take("gateway", "a", NOW.plusSeconds(5), UNTIL.plusSeconds(5)))
        .isEqualTo(new Leases.Held(UNTIL.plusSeconds(5)));
    assertThat(leases.take("gateway", "b", UNTIL, UNTIL.plusSeconds(20)))
        .isEqualTo(new Leases.HeldByOther("a", UNTIL.plusSeconds(5)));
  }

  @Test
  void what_is_given_back_is_free_at_once_and_only_its_holder_can() {
    Leases leases = leases();
    leases.take("gateway", "a", NOW, UNTIL);

    leases.release("gateway", "b");
    assertThat(leases.take("gateway", "b", NOW, UNTIL))
        .isEqualTo(new Leases.HeldByOther("a", UNTIL));
    leases.release("gateway", "a");
    assertThat(leases.take("gateway", "b", NOW, UNTIL)).isEqualTo(new Leases.Held(UNTIL));
  }

  @Test
  void of_many_who_ask_at_once_one_gets_it() throws Exception {
    Leases leases = leases();
    List<Callable<Leases.Claim>> all =
        IntStream.range(0, 8)
            .<Callable<Leases.Claim>>mapToObj(
                i -> () -> leases.take("gateway", "process-" + i, NOW, UNTIL))
            .toList();

    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Leases.Claim> claims = new ArrayList<>();
    try {
      for (Future<Leases.Claim> claim : pool.invokeAll(all)) {
        claims.add(claim.get());
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(claims).containsOnlyOnce(new Leases.Held(UNTIL));
  }
}
