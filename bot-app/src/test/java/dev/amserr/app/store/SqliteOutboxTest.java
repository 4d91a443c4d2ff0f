package dev.amserr.app.store;

import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteOutboxTest extends OutboxContract {

  @RegisterExtension static final OpenDatabase DATABASE = OpenDatabase.sqlite();

  @Override
  protected Outbox outbox() {
    return SqlStores.emptyOutbox(DATABASE.get());
  }
}
