package dev.amserr.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.storage.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What {@link dev.amserr.storage.AuditLog} promises, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AuditLogContract {

  private static final Instant NOON = Instant.parse("2026-03-29T12:00:00.123Z");

  private Database database;
  private SqlAuditLog log;

  abstract StoreLocation freshStore();

  @BeforeAll
  void open() {
    database = Database.open(freshStore());
    log = new SqlAuditLog(database);
  }

  @AfterAll
  void close() {
    if (database != null) {
      database.close();
    }
  }

  @BeforeEach
  void empty() {
    database.transaction(handle -> handle.execute("DELETE FROM audit_entry"));
  }

  @Test
  void an_entry_comes_back_with_all_it_was_kept_with() {
    AuditEntry cover =
        new AuditEntry(
            NOON,
            "slack",
            "U024BE7LH",
            "Ada Løvelace 🚀",
            "oncall.cover",
            "player/primary",
            "dentist; 'quoted' \"twice\" -- and\nnot a comment",
            "{\"person\":\"ada\"}",
            "{\"person\":\"grace\",\"until\":1774785600123}");

    log.append(cover);

    assertThat(log.latest("player/primary", 10)).containsExactly(cover);
  }

  @Test
  void an_entry_without_reason_and_states_comes_back_without_them() {
    AuditEntry bare = new AuditEntry(NOON, "api", "t1", "", "errors.ack", "s", "", "", "");

    log.append(bare);

    assertThat(log.latest("s", 1)).containsExactly(bare);
  }

  @Test
  void times_are_kept_to_the_millisecond() {
    log.append(entry(NOON.plusNanos(999_999), "s"));

    List<AuditEntry> kept = log.latest("s", 1);

    assertThat(kept).extracting(AuditEntry::at).containsExactly(NOON);
  }

  @Test
  void the_newest_entry_comes_first_whatever_the_order_they_were_kept_in() {
    log.append(entry(NOON.plusSeconds(1), "s", "second"));
    log.append(entry(NOON.plusSeconds(2), "s", "third"));
    log.append(entry(NOON, "s", "first"));

    List<AuditEntry> kept = log.latest("s", 10);

    assertThat(kept).extracting(AuditEntry::reason).containsExactly("third", "second", "first");
  }

  @Test
  void of_entries_of_the_same_millisecond_the_last_one_kept_comes_first() {
    log.append(entry(NOON, "s", "first"));
    log.append(entry(NOON, "s", "second"));

    List<AuditEntry> kept = log.latest("s", 10);

    assertThat(kept).extracting(AuditEntry::reason).containsExactly("second", "first");
  }

  @Test
  void a_subject_is_matched_as_a_whole_and_by_case() {
    log.append(entry(NOON, "player"));
    log.append(entry(NOON, "player/primary"));
    log.append(entry(NOON, "PLAYER"));
    log.append(entry(NOON, "p%"));

    List<AuditEntry> kept = log.latest("player", 10);

    assertThat(kept).extracting(AuditEntry::subject).containsExactly("player");
    assertThat(log.latest("p%", 10)).hasSize(1);
    assertThat(log.latest("nothing", 10)).isEmpty();
  }

  @Test
  void the_empty_subject_stands_for_all_and_the_limit_cuts_the_oldest() {
    for (int i = 0; i < 5; i++) {
      log.append(entry(NOON.plusSeconds(i), "s" + i));
    }

    List<AuditEntry> kept = log.latest("", 3);

    assertThat(kept).extracting(AuditEntry::subject).containsExactly("s4", "s3", "s2");
  }

  @Test
  void a_limit_outside_of_1_to_1000_is_refused() {
    assertThatThrownBy(() -> log.latest("", 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> log.latest("", 1_001)).isInstanceOf(IllegalArgumentException.class);
    assertThat(log.latest("", 1_000)).isEmpty();
  }

  @Test
  void characters_that_not_every_database_can_keep_are_replaced_visibly() {
    log.append(entry(NOON, "s", "nul \0, half \uD83D pair, whole \uD83D\uDE80"));

    List<AuditEntry> kept = log.latest("s", 1);

    assertThat(kept)
        .extracting(AuditEntry::reason)
        .containsExactly("nul \uFFFD, half \uFFFD pair, whole \uD83D\uDE80");
  }

  @Test
  void an_entry_goes_with_the_change_it_reports_when_that_is_undone() {
    IllegalArgumentException refusal = new IllegalArgumentException("no");

    assertThatThrownBy(
            () ->
                database.transaction(
                    handle -> {
                      log.append(handle, entry(NOON, "s"));
                      throw refusal;
                    }))
        .isSameAs(refusal);

    assertThat(log.latest("", 10)).isEmpty();
  }

  @Test
  void entries_of_many_threads_are_all_kept() throws Exception {
    int threads = 8;
    int each = 25;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> running = new ArrayList<>();

    for (int t = 0; t < threads; t++) {
      String subject = "thread-" + t;
      running.add(
          pool.submit(
              () -> {
                for (int i = 0; i < each; i++) {
                  log.append(entry(NOON, subject));
                }
              }));
    }
    for (Future<?> future : running) {
      future.get();
    }
    pool.shutdown();

    assertThat(log.latest("", 1_000)).hasSize(threads * each);
    assertThat(log.latest("thread-3", 1_000)).hasSize(each);
  }

  private static AuditEntry entry(Instant at, String subject) {
    return entry(at, subject, "");
  }

  private static AuditEntry entry(Instant at, String subject, String reason) {
    return new AuditEntry(
        at, "discord", "80351110224678912", "nelly", "oncall.cover", subject, reason, "", "{}");
  }
}
