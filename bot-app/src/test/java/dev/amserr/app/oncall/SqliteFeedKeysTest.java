package dev.amserr.app.oncall;

import dev.amserr.app.store.Database;
import dev.amserr.app.store.StoreLocation;
import dev.amserr.oncall.FeedKeys;
import dev.amserr.oncall.FeedKeysContract;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteFeedKeysTest extends FeedKeysContract {

  @TempDir private Path folder;
  private Database database;

  @Override
  protected FeedKeys keys() {
    StoreLocation location = StoreLocation.of("", folder);
    database = Database.open(location);
    return new SqlFeedKeys(database, new SecureRandom());
  }

  @AfterEach
  void close() {
    database.close();
  }
}
