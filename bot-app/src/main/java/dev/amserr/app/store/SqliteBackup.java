package dev.amserr.app.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Copies a SQLite database while it is in use: one state of it, whole or not at all. */
final class SqliteBackup {

  private final DataSource source;

  SqliteBackup(DataSource source) {
    this.source = source;
  }

  Backup to(Path target) {
    Path absolute = target.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return new Backup.Refused("The folder of " + target + " does not exist. Make it first.");
    }
    if (Files.exists(absolute)) {
      return new Backup.Refused(target + " exists already. Name a file that does not.");
    }
    try {
      Path part = Files.createTempDirectory(folder, ".amserr-backup-").resolve("part.db");
      try {
        copyTo(part);
        Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
        Files.delete(part.getParent());
      }
      return new Backup.Written(target, Files.size(absolute));
    } catch (SQLException e) {
      return new Backup.Failed(
          "The backup to " + target + " failed: " + SqlErrors.firstLine(e) + ".");
    } catch (IOException e) {
      return new Backup.Failed(
          "The backup to " + target + " failed: " + DataFolder.reason(e) + ".");
    }
  }

  private void copyTo(Path part) throws SQLException, IOException {
    try (Connection connection = source.getConnection();
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, part.toString());
      copy.execute();
    }
    try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }
}
