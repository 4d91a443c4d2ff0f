package dev.amserr.app.store;

import dev.amserr.digest.WindowStatesContract;
import dev.amserr.recurrence.OccurrenceStore;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresWindowStatesTest extends WindowStatesContract {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(POSTGRES.freshDatabase());
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
