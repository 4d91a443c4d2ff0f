package dev.amserr.app.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.amserr.storage.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/** Connections of one kind, and transactions on them. */
final class Pool implements AutoCloseable {

  private final Engine engine;
  private final HikariDataSource connections;
  private final Jdbi jdbi;

  /** Connects when first needed, so that it costs nothing at the start. */
  Pool(Engine engine, String name, HikariConfig config) {
    this.engine = engine;
    config.setPoolName(name);
    config.setInitializationFailTimeout(-1);
    connections = new HikariDataSource(config);
    jdbi = Jdbi.create(connections);
    // Otherwise messages, and so the log, repeat the values of a row.
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
  }

  /**
   * Runs the work and commits, or undoes all of it.
   *
   * @throws StoreUnavailableException if the database is at fault
   */
  <T extends @Nullable Object> T inTransaction(Work<T> work) {
    try (Handle handle = open()) {
      return run(handle, work);
    } catch (SQLException e) {
      throw unavailable(e)
          .orElseGet(() -> new IllegalStateException("The database refused a statement.", e));
    } catch (JdbiException e) {
      throw unavailable(e).orElse(e);
    }
  }

  /** Whether there is any connection; one that is there may have broken since. */
  boolean isConnected() {
    return connections.getHikariPoolMXBean().getTotalConnections() > 0;
  }

  private Handle open() {
    try {
      return jdbi.open();
    } catch (JdbiException e) {
      throw unavailable(e)
          .orElseGet(() -> new StoreUnavailableException("The database does not answer.", e));
    }
  }

  /**
   * Commits by switching auto-commit on, which JDBC defines to do so: SQLite's driver begins
   * another transaction after {@link Connection#commit}, and if that failed, a change that was kept
   * would be reported as lost.
   */
  private <T extends @Nullable Object> T run(Handle handle, Work<T> work) throws SQLException {
    Connection connection = handle.getConnection();
    boolean done = false;
    try {
      connection.setAutoCommit(false);
      T result = work.in(handle);
      connection.setAutoCommit(true);
      done = true;
      return result;
    } finally {
      if (!done) {
        undo(connection);
      }
    }
  }

  /** A connection that cannot roll back is in no known state; closing it undoes its work too. */
  private void undo(Connection connection) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      connections.evictConnection(connection);
    }
  }

  private Optional<RuntimeException> unavailable(Exception e) {
    return SqlErrors.in(e)
        .flatMap(engine::whyUnavailable)
        .map(why -> new StoreUnavailableException(why, e));
  }

  @Override
  public void close() {
    connections.close();
  }
}
