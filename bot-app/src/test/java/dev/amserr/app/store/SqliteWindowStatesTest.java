package dev.amserr.app.store;

import dev.amserr.digest.WindowStatesContract;
import dev.amserr.recurrence.OccurrenceStore;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteWindowStatesTest extends WindowStatesContract {

  @TempDir Path folder;

  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(StoreLocation.of("", folder));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected Stores stores() {
    OccurrenceStore store =
        new SqlOccurrenceStore(database, new SqlAuditLog(database), ZoneOffset.UTC, new Random(1));
    return new Stores(store, new SqlWindowStates(database, store));
  }
}
