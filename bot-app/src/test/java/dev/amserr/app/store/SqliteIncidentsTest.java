package dev.amserr.app.store;

import dev.amserr.digest.IncidentsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteIncidentsTest extends IncidentsContract {

  @RegisterExtension static final OpenDatabase DATABASE = OpenDatabase.sqlite();

  @Override
  protected Stores stores() {
    SqlOutbox outbox = SqlStores.emptyOutbox(DATABASE.get());
    return new Stores(new SqlIncidents(DATABASE.get(), outbox), outbox);
  }
}
