package dev.amserr.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.storage.AuditEntry;
import dev.amserr.storage.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can happen to a file and its disk while they are in use, and how it is copied. */
class SqliteFileTest {

  @TempDir Path folder;

  private Path file;
  private Database database;
  private SqlAuditLog log;

  @BeforeEach
  void open() {
    file = folder.resolve("data/amserr.db");
    database =
        Database.open(
            new SqliteEngine(
                new StoreLocation.SqliteFile(file), Duration.ofMillis(500), anyFolder -> "ext4"));
    log = new SqlAuditLog(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_file_that_was_moved_away_takes_no_changes_until_it_is_back() throws IOException {
    Path elsewhere = folder.resolve("elsewhere.db");
    log.append(entry("before"));

    Files.move(file, elsewhere);
    assertThatThrownBy(() -> log.append(entry("during")))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage("The database file was moved or deleted.");
    StoreHealth during = database.ping();
    Files.move(elsewhere, file);
    log.append(entry("after"));

    assertThat(during).isEqualTo(new StoreHealth.Down("The database file was moved or deleted."));
    assertThat(database.ping()).isEqualTo(new StoreHealth.Up());
    assertThat(log.latest("", 10))
        .extracting(AuditEntry::subject)
        .containsExactly("after", "before");
  }

  @Test
  void another_file_in_its_place_is_not_taken_for_it() throws IOException {
    Files.copy(file, folder.resolve("copy.db"));

    Files.delete(file);
    Files.move(folder.resolve("copy.db"), file);

    assertThatThrownBy(() -> log.append(entry("during")))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(database.ping()).isInstanceOf(StoreHealth.Down.class);
  }

  @Test
  void a_lock_of_another_process_is_reported_after_the_wait_and_gone_with_it() throws Exception {
    try (Connection holder = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = holder.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");

      assertThatThrownBy(() -> log.append(entry("during")))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessage("The database is locked by another process.");
      assertThat(log.latest("", 1)).isEmpty();
    }

    log.append(entry("after"));
    assertThat(log.latest("", 10)).extracting(AuditEntry::subject).containsExactly("after");
  }

  @Test
  void a_full_disk_is_reported_and_what_was_acknowledged_stays() {
    log.append(entry("before"));
    limitPages(1);

    assertThatThrownBy(() -> log.append(entry("x".repeat(500_000))))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage("The disk of the database is full.");
    limitPages(1_000_000);
    log.append(entry("after"));

    assertThat(log.latest("", 10))
        .extracting(AuditEntry::subject)
        .containsExactly("after", "before");
  }

  @Test
  void a_closed_store_is_down_and_takes_no_changes() {
    database.close();

    assertThat(database.ping()).isEqualTo(new StoreHealth.Down("The store is closed."));
    assertThatThrownBy(() -> log.append(entry("late")))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void a_backup_taken_between_writes_holds_all_that_was_acknowledged_before_it() throws Exception {
    Path copy = folder.resolve("backup.db");
    AtomicInteger acknowledged = new AtomicInteger();
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<?> writer =
        pool.submit(
            () -> {
              while (!enough.get()) {
                log.append(entry("n" + acknowledged.get()));
                acknowledged.incrementAndGet();
              }
            });
    while (acknowledged.get() < 50) {
      Thread.onSpinWait();
    }

    int before = acknowledged.get();
    Backup backup = database.backupTo(copy);
    int after = acknowledged.get();
    enough.set(true);
    writer.get();
    pool.shutdown();

    assertThat(backup).isEqualTo(new Backup.Written(copy, Files.size(copy)));
    int copied;
    try (Database opened = Database.open(StoreLocation.of("jdbc:sqlite:" + copy, folder))) {
      copied = new SqlAuditLog(opened).latest("", 1_000).size();
    }
    assertThat(copied).isBetween(before, Math.min(after + 1, 1_000));
  }

  @Test
  void a_backup_never_replaces_a_file() throws IOException {
    Path existing = Files.writeString(folder.resolve("precious.db"), "precious");

    Backup backup = database.backupTo(existing);

    assertThat(backup)
        .isEqualTo(new Backup.Refused(existing + " exists already. Name a file that does not."));
    assertThat(existing).hasContent("precious");
  }

  @Test
  void a_backup_into_a_folder_that_is_not_there_is_refused() {
    Path target = folder.resolve("nowhere/backup.db");

    Backup backup = database.backupTo(target);

    assertThat(backup)
        .isEqualTo(
            new Backup.Refused("The folder of " + target + " does not exist. Make it first."));
  }

  @Test
  void a_backup_that_fails_leaves_nothing_behind() throws IOException {
    Path copy = folder.resolve("backup.db");
    database.close();
    Files.write(file, new byte[4_096]);

    Backup backup = Database.backup(StoreLocation.of("jdbc:sqlite:" + file, folder), copy);

    assertThat(backup).isInstanceOf(Backup.Failed.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("data"));
    }
  }

  private void limitPages(int pages) {
    database.transaction(
        handle ->
            handle.createQuery("PRAGMA max_page_count = " + pages).mapTo(Integer.class).one());
  }

  private static AuditEntry entry(String subject) {
    return new AuditEntry(
        Instant.EPOCH.plusMillis(subject.equals("after") ? 1 : 0),
        "api",
        "a",
        "",
        "test",
        subject,
        "",
        "",
        "");
  }
}
