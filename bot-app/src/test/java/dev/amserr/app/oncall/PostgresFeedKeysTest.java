package dev.amserr.app.oncall;

import dev.amserr.app.store.Database;
import dev.amserr.app.store.PostgresExtension;
import dev.amserr.app.store.StoreLocation;
import dev.amserr.oncall.FeedKeys;
import dev.amserr.oncall.FeedKeysContract;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFeedKeysTest extends FeedKeysContract {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();
  private Database database;

  @Override
  protected FeedKeys keys() {
    StoreLocation location = POSTGRES.freshDatabase();
    database = Database.open(location);
    return new SqlFeedKeys(database, new SecureRandom());
  }

  @AfterEach
  void close() {
    database.close();
  }
}
