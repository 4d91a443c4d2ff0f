package dev.amserr.app.store;

import dev.amserr.recurrence.OccurrenceStore;
import dev.amserr.recurrence.OccurrenceStoreContract;
import dev.amserr.storage.AuditEntry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Occurrences in a database keep the contract. */
abstract class SqlOccurrenceStoreContract extends OccurrenceStoreContract {

  private Database database;

  abstract StoreLocation freshStore();

  @BeforeEach
  void open() {
    database = Database.open(freshStore());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected OccurrenceStore store(ZoneId zone, int mostSeries) {
    return new SqlOccurrenceStore(
        database, new SqlAuditLog(database), zone, new Random(1), mostSeries);
  }

  @Override
  protected List<AuditEntry> audit() {
    List<AuditEntry> oldestFirst = new ArrayList<>(new SqlAuditLog(database).latest("", 1_000));
    Collections.reverse(oldestFirst);
    return oldestFirst;
  }
}
