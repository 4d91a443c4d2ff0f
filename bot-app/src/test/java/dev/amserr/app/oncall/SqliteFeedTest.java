package dev.amserr.app.oncall;

import dev.amserr.app.store.StoreLocation;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteFeedTest extends FeedContract {

  @TempDir private Path folder;

  @Override
  StoreLocation freshStore() {
    return StoreLocation.of("", folder);
  }

  @Override
  StoreLocation sameStore() {
    return StoreLocation.of("", folder);
  }
}
