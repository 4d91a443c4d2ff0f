package dev.amserr.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteCrashTest extends CrashContract {

  @TempDir static Path folder;

  @Override
  StoreLocation freshStore() {
    try {
      return StoreLocation.of("", Files.createTempDirectory(folder, "store"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
