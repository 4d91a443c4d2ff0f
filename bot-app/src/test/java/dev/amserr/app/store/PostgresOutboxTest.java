package dev.amserr.app.store;

import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOutboxTest extends OutboxContract {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static Database database;

  @BeforeAll
  static void open() {
    database = Database.open(POSTGRES.freshDatabase());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Override
  protected Outbox outbox() {
    return SqlStores.emptyOutbox(database);
  }
}
