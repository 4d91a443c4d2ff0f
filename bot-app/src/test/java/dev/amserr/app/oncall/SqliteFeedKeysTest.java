package dev.amserr.app.oncall;

import dev.amserr.app.store.StoreLocation;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteFeedKeysTest extends SqlFeedKeysContract {

  @TempDir private Path folder;

  @Override
  StoreLocation freshStore() {
    return StoreLocation.of("", folder);
  }
}
