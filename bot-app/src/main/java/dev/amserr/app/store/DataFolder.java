package dev.amserr.app.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** The folder of a SQLite file: made, tried, and refused where SQLite would lose data. */
final class DataFolder {

  /**
   * Types as the operating systems name them. On these, locks or shared memory do not reach every
   * machine that has the file open, which SQLite's write-ahead log needs.
   */
  private static final Set<String> NETWORK =
      Set.of(
          "nfs",
          "nfs3",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "afpfs",
          "afs",
          "ceph",
          "glusterfs",
          "lustre",
          "gpfs",
          "beegfs",
          "webdav",
          "davfs",
          "s3fs",
          "sshfs",
          "rclone",
          "gcsfuse",
          "blobfuse",
          "blobfuse2");

  private DataFolder() {}

  /** Reads the type of the file system that a folder is on. */
  @FunctionalInterface
  interface FileSystemType {
    String of(Path folder) throws IOException;
  }

  /**
   * Makes the folder if it is not there and writes to it once.
   *
   * @throws StoreOpenException if it cannot hold a SQLite file
   */
  static void prepare(Path folder, FileSystemType type) {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new StoreOpenException(
          "The data folder " + folder + " is a file. Name a folder, or move the file away.", e);
    } catch (IOException e) {
      throw new StoreOpenException(
          "The data folder " + folder + " cannot be made: " + reason(e) + ".", e);
    }
    refuseNetwork(folder, type);
    try {
      Files.delete(Files.createTempFile(folder, ".amserr-", ".tmp"));
    } catch (IOException e) {
      throw new StoreOpenException(
          "The data folder "
              + folder
              + " cannot be written to ("
              + reason(e)
              + "). Give the bot's user the right to write there, or name another folder.",
          e);
    }
  }

  private static void refuseNetwork(Path folder, FileSystemType type) {
    String found;
    try {
      found = type.of(folder).toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw new StoreOpenException(
          "The data folder " + folder + " cannot be looked at: " + reason(e) + ".", e);
    }
    String plain = found.startsWith("fuse.") ? found.substring("fuse.".length()) : found;
    if (NETWORK.contains(plain)) {
      throw new StoreOpenException(
          "The data folder "
              + folder
              + " is on a network file system ("
              + found
              + "), where SQLite can lose data. Put it on a local disk, or name a PostgreSQL server"
              + " in database.url.");
    }
  }

  static String reason(IOException e) {
    String message = e.getMessage();
    String kind = e.getClass().getSimpleName().replaceFirst("Exception$", "");
    return message == null ? kind : kind + ": " + message;
  }
}
