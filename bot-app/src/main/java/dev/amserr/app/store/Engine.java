package dev.amserr.app.store;

import com.zaxxer.hikari.HikariConfig;
import dev.amserr.storage.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** What differs between the databases. */
interface Engine {

  /** What and where it is, for people. */
  String describe();

  /**
   * Checks the surroundings, then does what no two processes may do to a store at once.
   *
   * @throws StoreOpenException if the surroundings are no good
   */
  void opening(Preparation preparation) throws SQLException;

  /**
   * Does nothing if there may be a store. Makes none.
   *
   * @throws StoreOpenException if there certainly is none
   */
  void requireExisting();

  /**
   * Called before a migration; a missing right is an error at once, where Flyway would try for ten
   * seconds.
   */
  void requireRightToMigrate() throws SQLException;

  /**
   * Called once the schema is in place, before the pools: a last look at whether the store can be
   * written to.
   *
   * @throws StoreOpenException if it cannot
   */
  void ready() throws SQLException;

  /** Connections one by one, for checking and migrating. */
  DataSource unpooled();

  HikariConfig writers();

  /** Connections that cannot write, whose transactions see one state of the database. */
  HikariConfig readers();

  /** The migrations' {@code ${identity}}: the type of an id column that numbers itself. */
  String identity();

  /**
   * The migrations' {@code ${clustered}}: after a table that is to be kept in the order of its
   * primary key, where that is a matter of words.
   */
  String clustered();

  /** A query with one number: whether Flyway's table of applied migrations is there. */
  String countHistoryTables();

  /** Why the database is unavailable; empty if the statement was at fault. Fit for users. */
  Optional<String> whyUnavailable(SQLException e);

  /** What the error means to the person who starts the program. */
  StoreOpenException cannotOpen(SQLException e);

  /**
   * Does nothing while what open connections write will be found again.
   *
   * @throws StoreUnavailableException if it would be lost
   */
  void requireStillThere();

  /** See {@link Database#backupTo}. */
  Backup backupTo(Path target);

  /** Brings the store into the state that the pools need. */
  @FunctionalInterface
  interface Preparation {
    void run() throws SQLException;
  }
}
