package dev.amserr.app.store;

import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SqliteOutboxTest extends OutboxContract {

  @TempDir static Path folder;

  private static Database database;

  @BeforeAll
  static void open() {
    database = Database.open(StoreLocation.of("", folder));
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
