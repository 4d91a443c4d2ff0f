package dev.amserr.app.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOccurrenceStoreTest extends SqlOccurrenceStoreContract {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  @Override
  StoreLocation freshStore() {
    return POSTGRES.freshDatabase();
  }
}
