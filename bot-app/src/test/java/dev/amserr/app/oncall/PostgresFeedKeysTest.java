package dev.amserr.app.oncall;

import dev.amserr.app.store.PostgresExtension;
import dev.amserr.app.store.StoreLocation;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFeedKeysTest extends SqlFeedKeysContract {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  @Override
  StoreLocation freshStore() {
    return POSTGRES.freshDatabase();
  }
}
