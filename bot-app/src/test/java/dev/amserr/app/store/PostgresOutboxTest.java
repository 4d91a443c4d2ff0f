package dev.amserr.app.store;

import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOutboxTest extends OutboxContract {

  @RegisterExtension static final OpenDatabase DATABASE = OpenDatabase.postgres();

  @Override
  protected Outbox outbox() {
    return SqlStores.emptyOutbox(DATABASE.get());
  }
}
