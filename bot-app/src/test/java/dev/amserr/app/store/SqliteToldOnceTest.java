package dev.amserr.app.store;

import dev.amserr.notify.ToldOnceContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteToldOnceTest extends ToldOnceContract {

  @RegisterExtension static final OpenDatabase DATABASE = OpenDatabase.sqlite();

  @Override
  protected Stores stores() {
    SqlOutbox outbox = SqlStores.emptyOutbox(DATABASE.get());
    return new Stores(new SqlToldOnce(DATABASE.get(), outbox), outbox);
  }
}
