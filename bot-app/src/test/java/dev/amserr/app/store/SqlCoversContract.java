package dev.amserr.app.store;

import dev.amserr.oncall.Covers;
import dev.amserr.oncall.CoversContract;
import dev.amserr.storage.AuditEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Covers in a database keep the contract. */
abstract class SqlCoversContract extends CoversContract {

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
  protected Covers covers() {
    return new SqlCovers(database, new SqlAuditLog(database));
  }

  @Override
  protected List<AuditEntry> audit() {
    List<AuditEntry> oldestFirst = new ArrayList<>(new SqlAuditLog(database).latest("", 1_000));
    Collections.reverse(oldestFirst);
    return oldestFirst;
  }
}
