package dev.amserr.app.store;

import dev.amserr.digest.IncidentsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SqliteIncidentsTest extends IncidentsContract {

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
  protected Stores stores() {
    SqlOutbox outbox = SqlStores.emptyOutbox(database);
    return new Stores(new SqlIncidents(database, outbox), outbox);
  }
}
