package dev.amserr.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.recurrence.SeriesWords;
import dev.amserr.storage.AuditEntry;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;

/** Migration of an empty database, of one that is up to date, and of one that is too new. */
abstract class StartContract {

  abstract StoreLocation freshStore();

  @Test
  void an_empty_database_gets_every_migration_once_however_often_it_is_opened() {
    StoreLocation store = freshStore();

    Database.open(store).close();
    Database.open(store).close();

    assertThat(applied(store)).isEqualTo(Schema.LATEST);
  }

  @Test
  void a_database_of_any_earlier_version_gets_what_it_lacks_and_keeps_what_it_has()
      throws Exception {
    for (int version = 1; version < Schema.LATEST; version++) {
      StoreLocation store = freshStore();
      migrate(store, version);
      execute(
          store,
          """
          INSERT INTO audit_entry (happened_at, platform, actor, actor_name, action, subject,
                                   reason, state_before, state_after)
          VALUES (1, 'slack', 'U1', 'Ana', 'x', 'kept', '', '', '')
          """);

      Database.open(store).close();

      assertThat(applied(store)).as("from version %s", version).isEqualTo(Schema.LATEST);
      try (Database database = Database.open(store)) {
        assertThat(new SqlAuditLog(database).latest("", 10))
            .extracting(AuditEntry::subject)
            .containsExactly("kept");
      }
    }
  }

  @Test
  void schedules_stay_known_since_they_were_when_timings_get_a_table_of_their_own()
      throws Exception {
    StoreLocation store = freshStore();
    migrate(store, 6);
    execute(
        store,
        "INSERT INTO digest_schedule (schedule, timing, known_since)"
            + " VALUES ('daily', '0 9 * * * UTC', 1767225600000)");

    try (Database database = Database.open(store)) {
      List<String> schedules =
          database.read(
              handle ->
                  handle
                      .createQuery("SELECT schedule FROM digest_schedule")
                      .mapTo(String.class)
                      .list());
      List<Map<String, Object>> timings =
          database.read(
              handle ->
                  handle
                      .createQuery("SELECT schedule, timing, known_since FROM digest_timing")
                      .mapToMap()
                      .list());

      assertThat(schedules).containsExactly("daily");
      assertThat(timings)
          .containsExactly(
              Map.of(
                  "schedule", "daily", "timing", "0 9 * * * UTC", "known_since", 1767225600000L));
    }
  }

  @Test
  void a_mute_of_an_older_version_still_says_until_when() throws Exception {
    StoreLocation store = freshStore();
    migrate(store, 7);
    execute(
        store,
        """
        INSERT INTO series (system, code, source, name, first_seen, last_seen, samples_offered,
                            version, status, handled_by, handled_by_name)
        VALUES ('amp', '0x00200194', 'web-eu', 'x', 1, 1, 0, 1, 'OPEN', '', '')
        """);
    execute(
        store,
        """
        INSERT INTO series_event (series, happened_at, kind, done_by, done_by_name, note)
        SELECT id, 1, 'MUTED', 'slack:U1', 'Ana', 'until 2026-03-09T21:30:00Z: planned' FROM series
        """);

    try (Database database = Database.open(store)) {
      long series =
          database.read(
              handle -> handle.createQuery("SELECT id FROM series").mapTo(Long.class).one());
      assertThat(new SqlSeries(database, ZoneOffset.UTC).events(series, 1))
          .extracting(SeriesWords::eventText)
          .containsExactly("muted by Ana (until 2026-03-09T21:30:00Z: planned)");
    }
  }

  @Test
  void the_latest_schema_is_the_newest_migration_in_the_folder_and_fits_its_files() {
    StoreLocation store = freshStore();
    Database.open(store).close();
    Engine engine = engine(store);

    Flyway flyway = Schema.flyway(engine).load();

    assertThat(flyway.info().all())
        .extracting(MigrationInfo::getVersion)
        .last()
        .hasToString(String.valueOf(Schema.LATEST));
    flyway.validate();
  }

  @Test
  void three_threads_that_start_at_once_on_an_empty_database_all_open_it() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(3);

    for (int round = 0; round < 2; round++) {
      StoreLocation store = freshStore();
      CountDownLatch start = new CountDownLatch(1);
      List<Future<StoreHealth>> starters = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        starters.add(
            pool.submit(
                () -> {
                  start.await();
                  try (Database database = Database.open(store)) {
                    return database.ping();
                  }
                }));
      }
      start.countDown();

      for (Future<StoreHealth> starter : starters) {
        assertThat(starter.get()).isEqualTo(new StoreHealth.Up());
      }
      assertThat(applied(store)).isEqualTo(Schema.LATEST);
    }
    pool.shutdown();
  }

  @Test
  void three_processes_that_start_at_once_on_an_empty_database_all_open_it() throws Exception {
    StoreLocation store = freshStore();
    List<ChildJvm> children = new ArrayList<>();

    for (int i = 0; i < 3; i++) {
      children.add(ChildJvm.start(OpensTheStore.class, List.of(), ChildJvm.argument(store)));
    }

    for (ChildJvm child : children) {
      try (child) {
        assertThat(child.next()).contains("open");
        assertThat(child.waitFor()).isZero();
      }
    }
    assertThat(applied(store)).isEqualTo(Schema.LATEST);
  }

  @Test
  void a_database_of_a_newer_version_is_left_alone() {
    StoreLocation store = freshStore();
    try (Database database = Database.open(store)) {
      database.transaction(
          handle ->
              handle.execute(
                  """
                  INSERT INTO flyway_schema_history
                    (installed_rank, version, description, type, script, checksum,
                     installed_by, execution_time, success)
                  VALUES (9000, '9000', 'future', 'SQL', 'V9000__future.sql', 1, 'x', 1, TRUE)
                  """));
    }

    assertThatThrownBy(() -> Database.open(store))
        .isInstanceOf(StoreOpenException.class)
        .hasMessage(
            store.describe()
                + " was written by a newer amserr (schema 9000; this one knows up to "
                + Schema.LATEST
                + "). Start that version, or restore a backup from before it.");
  }

  @Test
  void a_database_with_somebody_elses_tables_is_left_alone() throws Exception {
    StoreLocation store = freshStore();
    execute(store, "CREATE TABLE theirs (a TEXT)");

    assertThatThrownBy(() -> Database.open(store))
        .isInstanceOf(StoreOpenException.class)
        .hasMessage(
            store.describe()
                + " holds tables that are not amserr's. Name an empty database of its own in"
                + " database.url.");
  }

  private static void migrate(StoreLocation store, int version) {
    Schema.flyway(engine(store)).target(Integer.toString(version)).load().migrate();
  }

  private static void execute(StoreLocation store, String sql) throws SQLException {
    try (var connection = engine(store).unpooled().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Engine engine(StoreLocation store) {
    return store.fold(SqliteEngine::new, PostgresEngine::new);
  }

  private static int applied(StoreLocation store) {
    try (Database database = Database.open(store)) {
      return database.read(
          handle ->
              handle
                  .createQuery("SELECT count(*) FROM flyway_schema_history WHERE type = 'SQL'")
                  .mapTo(Integer.class)
                  .one());
    }
  }
}
