package dev.amserr.app.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;

/** SQLite's result codes in sentences. */
final class SqliteFaults {

  private SqliteFaults() {}

  static Optional<String> whyUnavailable(SQLException e) {
    return switch (kind(e)) {
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
          Optional.of("The database is locked by another process.");
      case SQLITE_READONLY, SQLITE_PERM -> Optional.of("The database cannot be written to.");
      case SQLITE_FULL -> Optional.of("The disk of the database is full.");
      case SQLITE_IOERR -> Optional.of("The disk of the database reports an error.");
      case SQLITE_CANTOPEN -> Optional.of("The database file cannot be opened.");
      case SQLITE_CORRUPT, SQLITE_NOTADB -> Optional.of("The database file is damaged.");
      default -> Optional.empty();
    };
  }

  /**
   * What the error means to the person who starts the program.
   *
   * @param waited how long was waited for a lock
   */
  static StoreOpenException cannotOpen(SQLException e, Path file, Duration waited) {
    if (SqlErrors.causes(e).anyMatch(NativeLibraryNotFoundException.class::isInstance)) {
      return new StoreOpenException(
          "SQLite's native library cannot be loaded from "
              + System.getProperty(SqliteEngine.NATIVE_FOLDER)
              + ", perhaps because it is mounted noexec. Start Java with -D"
              + SqliteEngine.NATIVE_FOLDER
              + "=FOLDER, a folder that allows it.",
          e);
    }
    String sentence =
        switch (kind(e)) {
          case SQLITE_NOTADB ->
              file + " is not a SQLite database. Name another file, or move this one away.";
          case SQLITE_CORRUPT -> file + " is a damaged SQLite database. Restore a backup.";
          case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
              file
                  + " is locked by another process, for longer than "
                  + waited.toSeconds()
                  + " s. Stop the program that holds it.";
          case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN ->
              file + " cannot be written to. Give the bot's user the right to.";
          case SQLITE_FULL -> "The disk that holds " + file + " is full. Make room.";
          default -> file + " cannot be opened: " + SqlErrors.firstLine(e) + ".";
        };
    return new StoreOpenException(sentence, e);
  }

  /** The low byte of a result code is the kind of error, the rest its details. */
  private static SQLiteErrorCode kind(SQLException e) {
    return SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
  }
}
