package dev.amserr.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.app.ingest.CountingQueue;
import dev.amserr.app.ingest.Reception;
import dev.amserr.errorcode.CatalogLoader;
import dev.amserr.errorcode.Decoder;
import dev.amserr.recurrence.Occurrence;
import dev.amserr.recurrence.OccurrenceCounter;
import dev.amserr.recurrence.OnceKey;
import dev.amserr.recurrence.Receipt;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.SeriesResolver;
import dev.amserr.recurrence.Sheds;
import dev.amserr.storage.StoreUnavailableException;
import dev.amserr.time.Interval;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is acknowledged stays, and what is not is said, when the surroundings fail. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CountingFaultsTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Decoder DECODER = new Decoder(CatalogLoader.builtIn());
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Instant NOW = Instant.parse("2026-06-10T12:34:56Z");

  @TempDir Path folder;

  private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return time.get();
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  /** A store with the queue in front of it. */
  private final class Bed implements AutoCloseable {
    final Database database;
    final SqlOccurrenceStore store;
    final CountingQueue queue;
    final Reception reception;

    Bed(StoreLocation location) {
      database = Database.open(location);
      store = new SqlOccurrenceStore(database, new SqlAuditLog(database), UTC, new Random(1));
      queue = CountingQueue.start(store, clock);
      reception =
          new Reception(new SeriesResolver(() -> DECODER), queue, clock, Ticker.systemTicker());
    }

    CompletableFuture<Receipt> count(String key, List<Occurrence> events) {
      return reception.events(OnceKey.batch("test", key), events);
    }

    long total() {
      return database.read(
          handle ->
              handle
                  .createQuery("SELECT COALESCE(SUM(occurrences), 0) FROM series_day")
                  .mapTo(Long.class)
                  .one());
    }

    @Override
    public void close() {
      queue.close();
      database.close();
    }
  }

  private static List<Occurrence> codes(int from, int until) {
    List<Occurrence> events = new ArrayList<>();
    for (int i = from; i < until; i++) {
      events.add(Occurrence.of("distinct code " + i, "web"));
    }
    return events;
  }

  @Test
  void a_full_disk_refuses_with_a_reason_and_counting_goes_on_when_there_is_room()
      throws Exception {
    try (Bed bed = new Bed(StoreLocation.of("", folder))) {
      long acknowledged = bed.count("first", codes(0, 100)).get().accepted();
      pragma(bed.database, "max_page_count = " + pages(bed.database));

      List<Throwable> refusals = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        CompletableFuture<Receipt> more = bed.count("more " + i, codes(1_000 * i, 1_000 * i + 500));
        try {
          acknowledged += more.get().accepted();
        } catch (ExecutionException e) {
          refusals.add(e.getCause());
        }
      }
      long during = bed.total();
      pragma(bed.database, "max_page_count = 1000000");
      for (int i = 0; i < 20; i++) {
        bed.count("more " + i, codes(1_000 * i, 1_000 * i + 500)).get();
      }

      assertThat(refusals)
          .isNotEmpty()
          .allSatisfy(
              refusal ->
                  assertThat(refusal)
                      .isInstanceOf(StoreUnavailableException.class)
                      .hasMessage("The disk of the database is full."));
      assertThat(during).isEqualTo(acknowledged);
      assertThat(bed.total()).isEqualTo(100 + 20 * 500);
    }
  }

  @Test
  void a_store_that_turned_read_only_refuses_with_a_reason() throws Exception {
    try (Bed bed = new Bed(StoreLocation.of("", folder))) {
      bed.count("first", codes(0, 10)).get();
      pragma(bed.database, "query_only = ON");

      CompletableFuture<Receipt> refused = bed.count("second", codes(0, 10));

      assertThatThrownBy(refused::get)
          .cause()
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessage("The database cannot be written to.");
      pragma(bed.database, "query_only = OFF");
      assertThat(bed.count("second", codes(0, 10)).get().accepted()).isEqualTo(10);
      assertThat(bed.total()).isEqualTo(20);
    }
  }

  @Test
  void a_database_that_goes_and_comes_back_loses_nothing_that_was_acknowledged() throws Exception {
    PostgresServer server = POSTGRES.server();
    assumeTrue(server.isOurs(), "the server of test.postgres.url is not ours to stop");
    try (Bed bed = new Bed(POSTGRES.freshDatabase())) {
      bed.count("before", codes(0, 10)).get();

      server.stop();
      CompletableFuture<Receipt> during = bed.count("during", codes(0, 10));
      assertThatThrownBy(during::get).cause().isInstanceOf(StoreUnavailableException.class);
      server.start();
      Receipt after = untilItAnswers(bed);

      assertThat(after.accepted() + after.duplicate()).isEqualTo(10);
      assertThat(bed.total()).isEqualTo(20);
    }
  }

  /** Each attempt waits for the database itself, so this needs no sleeping in between. */
  private static Receipt untilItAnswers(Bed bed) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (true) {
      try {
        return bed.count("during", codes(0, 10)).get();
      } catch (ExecutionException e) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("the database did not come back", e);
        }
      }
    }
  }

  @Test
  void a_clock_that_is_set_back_by_an_hour_counts_nothing_twice_and_loses_nothing()
      throws Exception {
    try (Bed bed = new Bed(StoreLocation.of("", folder))) {
      bed.count("first", codes(0, 10)).get();
      time.set(NOW.minus(Duration.ofHours(1)));

      Receipt repeated = bed.count("first", codes(0, 10)).get();
      Receipt fresh = bed.count("second", codes(0, 10)).get();
      Receipt ahead =
          bed.count("third", List.of(new Occurrence("x", null, "web", NOW, 1, null, null, null)))
              .get();
      time.set(NOW.plus(Duration.ofMinutes(1)));
      Receipt later = bed.count("first", codes(0, 10)).get();
      bed.store.rollUp(NOW.plus(Duration.ofHours(3)));

      assertThat(repeated).isEqualTo(new Receipt(0, 10, 0));
      assertThat(fresh).isEqualTo(new Receipt(10, 0, 0));
      assertThat(ahead).isEqualTo(new Receipt(1, 0, 1));
      assertThat(later).isEqualTo(new Receipt(0, 10, 0));
      assertThat(bed.total()).isEqualTo(21);
    }
  }

  @Test
  void a_source_with_100_000_distinct_codes_fills_the_overflow_and_not_the_store()
      throws Exception {
    try (Bed bed = new Bed(StoreLocation.of("", folder))) {
      int codes = 100_000;
      List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
      for (int from = 0; from < codes; from += 1_000) {
        receipts.add(bed.count("storm " + from, codes(from, from + 1_000)));
      }
      for (CompletableFuture<Receipt> receipt : receipts) {
        assertThat(receipt.get()).isEqualTo(new Receipt(1_000, 0, 0));
      }

      int beyond = codes - OccurrenceCounter.MOST_SERIES;
      long overflow = bed.store.find(SeriesKey.OVERFLOW).orElseThrow().id();
      Interval day = new Interval(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1)));
      assertThat(bed.total()).isEqualTo(codes);
      assertThat(bed.store.minutes(overflow, day))
          .singleElement()
          .satisfies(minute -> assertThat(minute.count()).isEqualTo(beyond));
      assertThat(bed.store.sheds(day)).isEqualTo(new Sheds(0, 0, beyond));
      assertThat(count(bed.database, "series")).isEqualTo(OccurrenceCounter.MOST_SERIES + 1);
    }
  }

  private static long count(Database database, String table) {
    return database.read(
        handle -> handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
  }

  /** On the one connection that writes. */
  private static void pragma(Database database, String pragma) {
    int unused = database.transaction(handle -> handle.execute("PRAGMA " + pragma));
  }

  private static long pages(Database database) {
    return database.read(handle -> handle.createQuery("PRAGMA page_count").mapTo(Long.class).one());
  }
}
