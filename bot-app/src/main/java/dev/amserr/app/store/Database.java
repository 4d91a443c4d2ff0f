package dev.amserr.app.store;

import dev.amserr.storage.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The open store: transactions, reads, health, backup. Safe for use by many threads.
 *
 * <p>Loses its connections and finds new ones within seconds as the database goes and comes back;
 * meanwhile every call ends with a {@link StoreUnavailableException}, after 2 s if PostgreSQL
 * cannot be reached and after 10 s if another process holds the SQLite file.
 */
public final class Database implements AutoCloseable {

  private final Engine engine;
  private final Pool writers;
  private final Pool readers;
  private final HealthProbe probe;
  private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);

  private Database(Engine engine) {
    this.engine = engine;
    writers = new Pool(engine, "amserr-writers", engine.writers());
    readers = new Pool(engine, "amserr-readers", engine.readers());
    probe = new HealthProbe(this::look);
  }

  /**
   * Opens the store and brings its schema up to date. Any number of processes may do so at once;
   * one migrates and the others wait.
   *
   * @throws StoreOpenException if it cannot be opened
   */
  public static Database open(StoreLocation location) {
    return open(location.<Engine>fold(SqliteEngine::new, PostgresEngine::new));
  }

  static Database open(Engine engine) {
    try {
      engine.opening(
          () -> {
            new Schema(engine).bringUpToDate();
            engine.ready();
          });
      return new Database(engine);
    } catch (SQLException e) {
      throw engine.cannotOpen(e);
    }
  }

  /**
   * Opens a store that is there, for somebody who only reads: nothing is made and nothing migrated,
   * whether a bot runs on it or not.
   *
   * @throws StoreOpenException if there is none, or one of another version
   */
  public static Database openToRead(StoreLocation location) {
    Engine engine = location.<Engine>fold(SqliteEngine::new, PostgresEngine::new);
    try {
      engine.requireExisting();
      new Schema(engine).requireUpToDate();
      return new Database(engine);
    } catch (SQLException e) {
      throw engine.cannotOpen(e);
    }
  }

  /** What and where it is, for people: {@code SQLite data/amserr.db}. */
  public String describe() {
    return engine.describe();
  }

  /**
   * Changes the store: all of the work or none of it, durable when this returns. On SQLite one
   * transaction runs at a time, so the work should be short and wait for nothing.
   *
   * @throws StoreUnavailableException if the database is at fault; nothing was changed, unless it
   *     went away during the commit, when nobody can know
   * @throws IllegalStateException if called within another transaction of the same thread
   */
  public <T extends @Nullable Object> T transaction(Work<T> work) {
    if (writing.get()) {
      throw new IllegalStateException("A transaction within a transaction would wait for itself.");
    }
    engine.requireStillThere();
    writing.set(true);
    try {
      T result = writers.inTransaction(work);
      engine.requireStillThere();
      return result;
    } finally {
      writing.remove();
    }
  }

  /**
   * Reads one state of the store, which changes made meanwhile do not touch. Waits for no writer.
   *
   * @throws StoreUnavailableException if the database is at fault
   */
  public <T extends @Nullable Object> T read(Work<T> work) {
    return readers.inTransaction(work);
  }

  /** Whether the store answers now. Returns within 3 s, whatever the network does. */
  public StoreHealth ping() {
    return probe.ask();
  }

  /**
   * Copies the store to a file while it is in use.
   *
   * @param target must not exist; its folder must
   */
  public Backup backupTo(Path target) {
    return engine.backupTo(target);
  }

  /**
   * Copies a store that somebody else may have open, as it is: its schema stays what it was.
   *
   * @param target must not exist; its folder must
   */
  public static Backup backup(StoreLocation location, Path target) {
    return location.<Engine>fold(SqliteEngine::new, PostgresEngine::new).backupTo(target);
  }

  private StoreHealth look() {
    try {
      engine.requireStillThere();
      readers.inTransaction(handle -> handle.execute("SELECT 1"));
      if (!writers.isConnected()) {
        writers.inTransaction(handle -> handle.execute("SELECT 1"));
      }
      return new StoreHealth.Up();
    } catch (StoreUnavailableException e) {
      return new StoreHealth.Down(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    probe.close();
    readers.close();
    writers.close();
  }
}
