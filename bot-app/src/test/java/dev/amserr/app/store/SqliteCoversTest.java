package dev.amserr.app.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteCoversTest extends SqlCoversContract {

  @TempDir Path folder;

  @Override
  StoreLocation freshStore() {
    return StoreLocation.of("", folder);
  }
}
