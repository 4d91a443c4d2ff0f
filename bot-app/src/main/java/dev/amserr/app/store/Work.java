package dev.amserr.app.store;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Statements that belong to one transaction.
 *
 * @param <T> what they result in
 */
@FunctionalInterface
public interface Work<T extends @Nullable Object> {

  /**
   * Runs the statements.
   *
   * @param handle good until this returns; for plain JDBC it has the connection
   */
  T in(Handle handle) throws SQLException;
}
