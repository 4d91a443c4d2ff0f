package dev.amserr.app.oncall;

import dev.amserr.app.store.PostgresExtension;
import dev.amserr.app.store.StoreLocation;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFeedTest extends FeedContract {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private StoreLocation location;

  @Override
  StoreLocation freshStore() {
    location = POSTGRES.freshDatabase();
    return location;
  }

  @Override
  StoreLocation sameStore() {
    return location;
  }
}
