package dev.amserr.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.storage.ShortLivedRecords;
import dev.amserr.storage.ShortLivedRecords.Expired;
import dev.amserr.storage.ShortLivedRecords.Found;
import dev.amserr.storage.ShortLivedRecords.Lookup;
import dev.amserr.storage.ShortLivedRecords.Taken;
import dev.amserr.storage.ShortLivedRecords.Unknown;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What {@link ShortLivedRecords} promises, on every database and across its nodes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ShortLivedRecordsContract {

  private static final Instant NOW = Instant.parse("2026-10-25T00:59:59.999Z");
  private static final Instant LATER = NOW.plus(Duration.ofMinutes(5));

  private Database database;
  private Database otherNode;
  private SqlShortLivedRecords records;
  private SqlShortLivedRecords sameRecordsElsewhere;

  abstract StoreLocation freshStore();

  @BeforeAll
  void open() {
    StoreLocation store = freshStore();
    database = Database.open(store);
    otherNode = Database.open(store);
    records = new SqlShortLivedRecords(database, new SecureRandom());
    sameRecordsElsewhere = new SqlShortLivedRecords(otherNode, new SecureRandom());
  }

  @AfterAll
  void close() {
    if (database != null) {
      database.close();
      otherNode.close();
    }
  }

  @Test
  void a_record_is_found_as_often_as_it_is_looked_up() {
    String content = "{\"to\":\"Ada 🚀\",\"text\":\"it's \\\"so\\\"\"}";

    String id = records.put("button", content, NOW, LATER);

    assertThat(records.find("button", id, NOW)).isEqualTo(new Found(content));
    assertThat(sameRecordsElsewhere.find("button", id, NOW)).isEqualTo(new Found(content));
  }

  @Test
  void what_was_never_kept_is_taken_once_by_the_first() {
    Lookup first = records.claim("use", "0123456789abcdef", "ana", NOW, LATER);
    Lookup second =
        sameRecordsElsewhere.claim("use", "0123456789abcdef", "ben", LATER, LATER.plusMillis(1));
    Lookup other = records.claim("use", "0123456789abcdeg", "ben", NOW, LATER);

    assertThat(first).isEqualTo(new Found(""));
    assertThat(second).isEqualTo(new Taken("ana", NOW));
    assertThat(other).isEqualTo(new Found(""));
  }

  @Test
  void ids_are_fresh_and_fit_for_every_platform() {
    Set<String> ids = new HashSet<>();

    for (int i = 0; i < 200; i++) {
      ids.add(records.put("button", "", NOW, LATER));
    }

    assertThat(ids).hasSize(200).allMatch(id -> id.matches("[A-Za-z0-9_-]{16,24}"));
  }

  @Test
  void a_record_is_found_under_its_own_kind_only() {
    String id = records.put("button", "c", NOW, LATER);

    assertThat(records.find("confirmation", id, NOW)).isEqualTo(new Unknown());
    assertThat(records.take("confirmation", id, "ada", NOW)).isEqualTo(new Unknown());
    assertThat(records.find("button", id, NOW)).isEqualTo(new Found("c"));
  }

  @Test
  void an_id_that_was_never_given_out_is_unknown() {
    assertThat(records.find("button", "AAAAAAAAAAAAAAAAAAAAAA", NOW)).isEqualTo(new Unknown());
    assertThat(records.take("button", "x' OR '1'='1", "ada", NOW)).isEqualTo(new Unknown());
    assertThat(records.find("button", "\0", NOW)).isEqualTo(new Unknown());
  }

  @Test
  void a_record_is_valid_until_the_millisecond_before_it_expires() {
    String id = records.put("button", "c", NOW, LATER);

    assertThat(records.find("button", id, LATER.minusMillis(1))).isEqualTo(new Found("c"));
    assertThat(records.find("button", id, LATER)).isEqualTo(new Expired(LATER));
    assertThat(records.take("button", id, "ada", LATER)).isEqualTo(new Expired(LATER));
    assertThat(records.take("button", id, "ada", LATER.minusMillis(1))).isEqualTo(new Found("c"));
  }

  @Test
  void the_second_who_takes_a_record_reads_who_was_first() {
    String id = records.put("confirmation", "c", NOW, LATER);
    Instant click = NOW.plusMillis(1234);

    Lookup first = records.take("confirmation", id, "ada", click);
    Lookup second = sameRecordsElsewhere.take("confirmation", id, "grace", click.plusMillis(1));

    assertThat(first).isEqualTo(new Found("c"));
    assertThat(second).isEqualTo(new Taken("ada", click));
    assertThat(records.find("confirmation", id, click)).isEqualTo(new Taken("ada", click));
    assertThat(records.find("confirmation", id, LATER)).isEqualTo(new Taken("ada", click));
  }

  @Test
  void of_many_who_take_a_record_at_once_on_two_nodes_one_gets_it() throws Exception {
    int threads = 12;
    int rounds = 15;
    ExecutorService pool = Executors.newFixedThreadPool(threads);

    for (int round = 0; round < rounds; round++) {
      String id = records.put("confirmation", "c", NOW, LATER);
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Lookup>> takers = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        ShortLivedRecords node = t % 2 == 0 ? records : sameRecordsElsewhere;
        String name = "person-" + t;
        takers.add(
            pool.submit(
                () -> {
                  start.await();
                  return node.take("confirmation", id, name, NOW);
                }));
      }
      start.countDown();
      List<Lookup> lookups = new ArrayList<>();
      for (Future<Lookup> taker : takers) {
        lookups.add(taker.get());
      }

      assertThat(lookups).filteredOn(Found.class::isInstance).hasSize(1);
      assertThat(lookups).filteredOn(Taken.class::isInstance).hasSize(threads - 1);
    }
    pool.shutdown();
  }

  @Test
  void a_record_is_free_again_if_the_change_it_stood_for_is_undone() {
    String id = records.put("confirmation", "c", NOW, LATER);
    IllegalArgumentException refusal = new IllegalArgumentException("no");

    assertThatThrownBy(
            () ->
                database.transaction(
                    handle -> {
                      records.take(handle, "confirmation", id, "ada", NOW);
                      throw refusal;
                    }))
        .isSameAs(refusal);

    assertThat(records.take("confirmation", id, "grace", NOW)).isEqualTo(new Found("c"));
  }

  @Test
  void only_what_expired_more_than_seven_days_ago_is_purged() {
    Instant expiry = NOW.plus(Duration.ofMinutes(1));
    String id = records.put("purged", "c", NOW, expiry);
    Instant sevenDaysOn = expiry.plus(Duration.ofDays(7));

    records.purge(sevenDaysOn);
    Lookup remembered = records.find("purged", id, sevenDaysOn);
    int removed = records.purge(sevenDaysOn.plusMillis(1));
    Lookup forgotten = records.find("purged", id, sevenDaysOn);

    assertThat(remembered).isEqualTo(new Expired(expiry));
    assertThat(removed).isPositive();
    assertThat(forgotten).isEqualTo(new Unknown());
  }

  @Test
  void keeping_a_record_also_purges_every_ten_minutes() {
    Instant start = Instant.parse("2030-01-01T00:00:00Z");
    SqlShortLivedRecords fresh = new SqlShortLivedRecords(database, new SecureRandom());
    fresh.put("k", "c", start, start.plusSeconds(1));
    String old = fresh.put("k", "c", start, start.plusSeconds(1));
    Instant due = start.plusSeconds(2).plus(Duration.ofDays(7));

    fresh.put("k", "c", due, due.plusSeconds(60));

    assertThat(fresh.find("k", old, start)).isEqualTo(new Unknown());
  }

  @Test
  void a_record_that_would_break_the_rules_is_refused() {
    Instant tooLate = NOW.plus(ShortLivedRecords.LONGEST_LIFE).plusMillis(1);
    String tooLong = "x".repeat(ShortLivedRecords.LONGEST_CONTENT + 1);

    assertThatThrownBy(() -> records.put(" ", "c", NOW, LATER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> records.put("k", tooLong, NOW, LATER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> records.put("k", "c", NOW, NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> records.put("k", "c", NOW, tooLate))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_record_of_the_longest_content_and_life_is_kept() {
    String longest = "ş".repeat(ShortLivedRecords.LONGEST_CONTENT);
    Instant last = NOW.plus(ShortLivedRecords.LONGEST_LIFE);

    String id = records.put("k", longest, NOW, last);

    assertThat(records.find("k", id, last.minusMillis(1))).isEqualTo(new Found(longest));
  }
}
