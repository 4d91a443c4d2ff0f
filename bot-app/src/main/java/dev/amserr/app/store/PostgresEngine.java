package dev.amserr.app.store;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a PostgreSQL server, shared by any number of nodes. */
final class PostgresEngine implements Engine {

  /** How long to wait for a connection: a command must still answer within three seconds. */
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(2);

  /** How long to wait for the server within a statement before it counts as gone. */
  private static final Duration ANSWER_WAIT = Duration.ofSeconds(30);

  private static final int WRITERS = 8;
  private static final int READERS = 4;

  private final StoreLocation.PostgresServer location;
  private final PGSimpleDataSource source;

  /**
   * An engine that has not connected yet.
   *
   * @throws StoreOpenException if the driver cannot read the address
   */
  PostgresEngine(StoreLocation.PostgresServer location) {
    this.location = location;
    source = new PGSimpleDataSource();
    try {
      source.setURL(location.jdbcUrl());
    } catch (IllegalArgumentException e) {
      throw new StoreOpenException(
          "database.url is no PostgreSQL address; expected postgres://HOST:PORT/NAME.", e);
    }
    if (!location.user().isEmpty()) {
      source.setUser(location.user());
    }
    if (!location.password().isEmpty()) {
      source.setPassword(location.password());
    }
    if (source.getSocketTimeout() == 0) {
      source.setSocketTimeout(Math.toIntExact(ANSWER_WAIT.toSeconds()));
    }
    source.setConnectTimeout(Math.toIntExact(CONNECTION_WAIT.toSeconds()));
    source.setTcpKeepAlive(true);
    // It would hide how many rows each statement of a batch changed.
    source.setReWriteBatchedInserts(false);
    source.setApplicationName("amserr");
    // Otherwise the server's details repeat the values of a row.
    source.setLogServerErrorDetail(false);
  }

  @Override
  public String describe() {
    return location.describe();
  }

  /** Flyway takes a lock of the server's while it migrates. */
  @Override
  public void opening(Preparation preparation) throws SQLException {
    preparation.run();
  }

  /** Whether there is one shows when it is asked. */
  @Override
  public void requireExisting() {}

  @Override
  public void requireRightToMigrate() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet right =
            statement.executeQuery(
                "SELECT COALESCE(has_schema_privilege(current_schema(), 'CREATE'), FALSE)")) {
      right.next();
      if (!right.getBoolean(1)) {
        throw new SQLException(
            "no right to create in the schema", PostgresFaults.INSUFFICIENT_PRIVILEGE);
      }
    }
  }

  @Override
  public void ready() {}

  @Override
  public DataSource unpooled() {
    return source;
  }

  @Override
  public HikariConfig writers() {
    return pool(WRITERS);
  }

  @Override
  public HikariConfig readers() {
    HikariConfig pool = pool(READERS);
    pool.setReadOnly(true);
    pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    return pool;
  }

  private HikariConfig pool(int size) {
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(source);
    pool.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    pool.setValidationTimeout(CONNECTION_WAIT.toMillis() / 2);
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(1);
    // A server that does not sync at commit would acknowledge what a crash takes back, and a
    // process that stops within a transaction would keep all others waiting for its locks.
    pool.setConnectionInitSql(
        "SELECT set_config('lock_timeout', '10s', false),"
            + " set_config('idle_in_transaction_session_timeout', '30s', false),"
            + " set_config('synchronous_commit', CASE current_setting('synchronous_commit')"
            + " WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)");
    return pool;
  }

  @Override
  public String identity() {
    return "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
  }

  @Override
  public String clustered() {
    return "";
  }

  @Override
  public String countHistoryTables() {
    return "SELECT count(to_regclass('flyway_schema_history'))";
  }

  @Override
  public Optional<String> whyUnavailable(SQLException e) {
    return PostgresFaults.whyUnavailable(e);
  }

  @Override
  public StoreOpenException cannotOpen(SQLException e) {
    return PostgresFaults.cannotOpen(e, describe());
  }

  @Override
  public void requireStillThere() {}

  @Override
  public Backup backupTo(Path target) {
    return new Backup.Refused(
        "The store is "
            + describe()
            + ". Back it up with PostgreSQL's own pg_dump, which runs while the bot does.");
  }
}
