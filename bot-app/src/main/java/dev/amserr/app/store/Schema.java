package dev.amserr.app.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings a database to the newest of the migrations in {@code db/migration}.
 *
 * <p>Loading Flyway and letting it look costs about 170 ms, so a database that is at {@link
 * #LATEST} already is recognised by one query.
 */
final class Schema {

  /** The number of the newest migration. */
  static final int LATEST = 8;

  private static final String FOLDER = "classpath:db/migration";

  private final Engine engine;

  Schema(Engine engine) {
    this.engine = engine;
  }

  /**
   * Migrates if there is something to migrate.
   *
   * @throws StoreOpenException if the database was written by a newer version or holds something
   *     else
   */
  void bringUpToDate() throws SQLException {
    Applied applied = applied();
    if (applied.newest() > LATEST) {
      throw new StoreOpenException(
          "%s was written by a newer amserr (schema %d; this one knows up to %d). Start that version, or restore a backup from before it."
              .formatted(engine.describe(), applied.newest(), LATEST));
    }
    if (applied.newest() == LATEST && !applied.unfinished()) {
      return;
    }
    engine.requireRightToMigrate();
    try {
      flyway(engine).load().migrate();
    } catch (FlywayException e) {
      throw failed(e);
    }
  }

  /**
   * Migrates nothing.
   *
   * @throws StoreOpenException if the database is not that of this version
   */
  void requireUpToDate() throws SQLException {
    Applied applied = applied();
    if (applied.newest() == 0) {
      throw new StoreOpenException(
          engine.describe() + " holds no store of amserr yet. amserr serve makes it.");
    }
    if (applied.newest() != LATEST || applied.unfinished()) {
      throw new StoreOpenException(
          "%s has the schema %d and this version reads %d. Use the version that serves it."
              .formatted(engine.describe(), applied.newest(), LATEST));
    }
  }

  static FluentConfiguration flyway(Engine engine) {
    return Flyway.configure()
        .dataSource(engine.unpooled())
        .locations(FOLDER)
        .failOnMissingLocations(true)
        .placeholders(Map.of("identity", engine.identity(), "clustered", engine.clustered()));
  }

  private Applied applied() throws SQLException {
    try (Connection connection = engine.unpooled().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet tables = statement.executeQuery(engine.countHistoryTables())) {
        tables.next();
        if (tables.getInt(1) == 0) {
          return new Applied(0, false);
        }
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT version, success FROM flyway_schema_history WHERE version IS NOT NULL")) {
        int newest = 0;
        boolean unfinished = false;
        while (rows.next()) {
          newest = Math.max(newest, Integer.parseInt(rows.getString("version")));
          unfinished |= !rows.getBoolean("success");
        }
        return new Applied(newest, unfinished);
      }
    }
  }

  private StoreOpenException failed(FlywayException e) {
    if (e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
      return new StoreOpenException(
          engine.describe()
              + " holds tables that are not amserr's. Name an empty database of its own in"
              + " database.url.",
          e);
    }
    Optional<SQLException> sql = SqlErrors.in(e);
    if (sql.isPresent()) {
      return engine.cannotOpen(sql.get());
    }
    return new StoreOpenException(
        engine.describe()
            + " has a schema that is not this version's ("
            + SqlErrors.firstLine(e)
            + "). Restore a backup.",
        e);
  }

  private record Applied(int newest, boolean unfinished) {}
}
