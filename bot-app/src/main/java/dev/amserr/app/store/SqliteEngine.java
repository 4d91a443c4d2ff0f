package dev.amserr.app.store;

import com.zaxxer.hikari.HikariConfig;
import dev.amserr.storage.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** One SQLite file: a single writer, some readers, a write-ahead log synced at every commit. */
final class SqliteEngine implements Engine {

  /** The system property that names the folder the driver unpacks its native library into. */
  static final String NATIVE_FOLDER = "org.sqlite.tmpdir";

  /** How long to wait for another process, or for the one writer. */
  private static final Duration LOCK_WAIT = Duration.ofSeconds(10);

  private static final int READERS = 4;

  private final Path file;
  private final Path folder;
  private final Duration lockWait;
  private final DataFolder.FileSystemType fileSystem;

  /** The file itself, whatever its name is by now; null where files have no identity. */
  private volatile @Nullable Object identityAtOpening;

  SqliteEngine(StoreLocation.SqliteFile location) {
    this(location, LOCK_WAIT, folder -> Files.getFileStore(folder).type());
  }

  SqliteEngine(
      StoreLocation.SqliteFile location, Duration lockWait, DataFolder.FileSystemType fileSystem) {
    this.file = location.file();
    this.folder = Objects.requireNonNullElse(file.getParent(), Path.of("."));
    this.lockWait = lockWait;
    this.fileSystem = fileSystem;
  }

  @Override
  public String describe() {
    return "SQLite " + file;
  }

  /** Flyway does not lock SQLite, so a lock on a second file keeps two from migrating at once. */
  @Override
  public void opening(Preparation preparation) throws SQLException {
    DataFolder.prepare(folder, fileSystem);
    if (Files.isDirectory(file)) {
      throw new StoreOpenException(file + " is a folder; database.url must name a file in it.");
    }
    unpackNativeLibraryInto(folder.resolve("native"));
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(lockWait.toMillis()));
    config.setTransactionMode(TransactionMode.EXCLUSIVE);
    try (Connection lock = config.createConnection("jdbc:sqlite:" + file + "-opening")) {
      lock.setAutoCommit(false);
      preparation.run();
    }
  }

  @Override
  public void requireExisting() {
    if (!Files.isRegularFile(file)) {
      throw new StoreOpenException(
          "There is no store "
              + file
              + " yet. amserr serve makes it; --data names another folder.");
    }
    try {
      identityAtOpening = identity(file);
    } catch (IOException e) {
      throw new StoreOpenException(file + " cannot be read: " + DataFolder.reason(e) + ".", e);
    }
  }

  /** By itself the driver takes the system's temporary folder, which is often mounted noexec. */
  private static void unpackNativeLibraryInto(Path folder) {
    if (System.getProperty(NATIVE_FOLDER) != null) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreOpenException(
          "The folder " + folder + " cannot be made: " + DataFolder.reason(e) + ".", e);
    }
    System.setProperty(NATIVE_FOLDER, folder.toString());
  }

  /** Whoever may write the file may change its schema. */
  @Override
  public void requireRightToMigrate() {}

  @Override
  public void ready() throws SQLException {
    try (Connection connection = unpooled().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
        mode.next();
        if (!mode.getString(1).equals("wal")) {
          throw new StoreOpenException(
              "SQLite cannot keep a write-ahead log beside "
                  + file
                  + ", which needs a disk of this machine. Move the data folder to one, or name a"
                  + " PostgreSQL server in database.url.");
        }
      }
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("ROLLBACK");
      identityAtOpening = identity(file);
    } catch (IOException e) {
      throw new StoreOpenException(file + " cannot be read: " + DataFolder.reason(e) + ".", e);
    }
  }

  @Override
  public DataSource unpooled() {
    return source(settings(TransactionMode.IMMEDIATE));
  }

  @Override
  public HikariConfig writers() {
    HikariConfig pool = pool(TransactionMode.IMMEDIATE);
    pool.setMaximumPoolSize(1);
    return pool;
  }

  @Override
  public HikariConfig readers() {
    HikariConfig pool = pool(TransactionMode.DEFERRED);
    pool.setMaximumPoolSize(READERS);
    pool.setMinimumIdle(1);
    pool.setConnectionInitSql("PRAGMA query_only = ON");
    return pool;
  }

  private HikariConfig pool(TransactionMode mode) {
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(existing(mode));
    pool.setConnectionTimeout(lockWait.toMillis());
    pool.setMaxLifetime(0);
    return pool;
  }

  private SQLiteConfig settings(TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(Math.toIntExact(lockWait.toMillis()));
    config.enforceForeignKeys(true);
    config.setTransactionMode(mode);
    return config;
  }

  /** Once the schema is there, a file that is gone is an error and not a reason to make one. */
  private DataSource existing(TransactionMode mode) {
    SQLiteConfig config = settings(mode);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    return source(config);
  }

  private DataSource source(SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  @Override
  public String identity() {
    return "INTEGER PRIMARY KEY AUTOINCREMENT";
  }

  @Override
  public String clustered() {
    return "WITHOUT ROWID";
  }

  @Override
  public String countHistoryTables() {
    return "SELECT count(*) FROM sqlite_master WHERE name = 'flyway_schema_history'";
  }

  @Override
  public Optional<String> whyUnavailable(SQLException e) {
    return SqliteFaults.whyUnavailable(e);
  }

  @Override
  public StoreOpenException cannotOpen(SQLException e) {
    return SqliteFaults.cannotOpen(e, file, lockWait);
  }

  /** A file that was moved or deleted still takes writes, which nobody would ever see again. */
  @Override
  public void requireStillThere() {
    try {
      if (!Objects.equals(identity(file), identityAtOpening)) {
        throw new FileSystemException(file.toString(), null, "another file than at the start");
      }
    } catch (IOException e) {
      throw new StoreUnavailableException("The database file was moved or deleted.", e);
    }
  }

  private static @Nullable Object identity(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  @Override
  public Backup backupTo(Path target) {
    if (!Files.isRegularFile(file)) {
      return new Backup.Refused("There is no store at " + file + " to back up.");
    }
    unpackNativeLibraryInto(folder.resolve("native"));
    return new SqliteBackup(existing(TransactionMode.DEFERRED)).to(target);
  }
}
