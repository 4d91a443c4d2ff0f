package dev.amserr.app.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteOccurrenceStoreTest extends SqlOccurrenceStoreContract {

  @TempDir Path folder;

  @Override
  StoreLocation freshStore() {
    return StoreLocation.of("", folder);
  }
}
