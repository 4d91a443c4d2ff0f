package dev.amserr.app.ingest;

import dev.amserr.app.store.StoreLocation;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteExactnessTest extends ExactnessContract {

  @TempDir Path folder;

  @Override
  StoreLocation freshStore() {
    return StoreLocation.of("", folder);
  }
}
