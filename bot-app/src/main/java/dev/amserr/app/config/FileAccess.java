package dev.amserr.app.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that configuration is read from. */
public interface FileAccess {

  /** The largest file that is read, in bytes. */
  int LARGEST = 8 * 1024 * 1024;

  /** The disk. */
  static FileAccess local() {
    return new LocalFiles();
  }

  boolean isFolder(Path path);

  /** What stands in a folder, by name. */
  List<Path> list(Path folder) throws IOException;

  /**
   * A file's text in UTF-8.
   *
   * @return empty where there is no such file
   * @throws IOException if it is there but cannot be read, is larger than {@link #LARGEST} or no
   *     UTF-8
   */
  Optional<String> read(Path file) throws IOException;
}
