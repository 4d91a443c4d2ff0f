package dev.amserr.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.store.ChildJvm;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.StoreLocation;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Counts are exact, whatever happens to the process: the sum of the buckets is the number of
 * distinct events that were acknowledged.
 *
 * <p>The full run: {@code bot-benchmarks/exactness}, which sets {@code exactness.events} and {@code
 * exactness.kills}.
 */
abstract class ExactnessContract {

  private static final int EVENTS = Integer.getInteger("exactness.events", 20_000);
  private static final int KILLS = Integer.getInteger("exactness.kills", 2);
  private static final long SEED = Long.getLong("exactness.seed", 20_261_121L);

  abstract StoreLocation freshStore();

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void every_acknowledged_event_is_counted_once_though_the_process_is_killed() throws Exception {
    StoreLocation store = freshStore();
    Campaign campaign =
        new Campaign(EVENTS, KILLS, SEED, ChildJvm.argument(store), Clock.systemUTC());

    Campaign.Result result = campaign.run();

    System.out.println(result);
    assertThat(result.kills()).isEqualTo(KILLS);
    assertThat(result.repeated()).isGreaterThan(EVENTS / Campaign.A_BATCH / 40);
    try (Database database = Database.open(store)) {
      assertThat(sum(database, "SELECT SUM(occurrences) FROM series_minute")).isEqualTo(EVENTS);
      assertThat(sum(database, "SELECT SUM(occurrences) FROM series_hour")).isEqualTo(EVENTS);
      assertThat(sum(database, "SELECT SUM(occurrences) FROM series_day")).isEqualTo(EVENTS);
      assertThat(sum(database, "SELECT SUM(late) FROM series_minute")).isEqualTo(EVENTS / 100);
      assertThat(sum(database, "SELECT SUM(late) FROM series_hour")).isEqualTo(EVENTS / 100);
    }
  }

  private static long sum(Database database, String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
