package dev.amserr.app.store;

import dev.amserr.storage.Leases;
import dev.amserr.storage.LeasesContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SqliteLeasesTest extends LeasesContract {

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
  protected Leases leases() {
    database.transaction(handle -> handle.execute("DELETE FROM lease"));
    return new SqlLeases(database);
  }
}
