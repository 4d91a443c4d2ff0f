package dev.amserr.app.store;

import dev.amserr.digest.IncidentsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresIncidentsTest extends IncidentsContract {

  @RegisterExtension static final OpenDatabase DATABASE = OpenDatabase.postgres();

  @Override
  protected Stores stores() {
    SqlOutbox outbox = SqlStores.emptyOutbox(DATABASE.get());
    return new Stores(new SqlIncidents(DATABASE.get(), outbox), outbox);
  }
}
