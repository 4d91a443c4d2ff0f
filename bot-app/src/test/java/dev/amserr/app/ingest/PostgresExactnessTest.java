package dev.amserr.app.ingest;

import dev.amserr.app.store.PostgresExtension;
import dev.amserr.app.store.StoreLocation;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresExactnessTest extends ExactnessContract {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  @Override
  StoreLocation freshStore() {
    return POSTGRES.freshDatabase();
  }
}
