package dev.amserr.app.store;

import dev.amserr.notify.ToldOnceContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresToldOnceTest extends ToldOnceContract {

  @RegisterExtension static final OpenDatabase DATABASE = OpenDatabase.postgres();

  @Override
  protected Stores stores() {
    SqlOutbox outbox = SqlStores.emptyOutbox(DATABASE.get());
    return new Stores(new SqlToldOnce(DATABASE.get(), outbox), outbox);
  }
}
