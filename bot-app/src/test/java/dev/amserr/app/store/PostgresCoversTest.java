package dev.amserr.app.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCoversTest extends SqlCoversContract {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  @Override
  StoreLocation freshStore() {
    return POSTGRES.freshDatabase();
  }
}
