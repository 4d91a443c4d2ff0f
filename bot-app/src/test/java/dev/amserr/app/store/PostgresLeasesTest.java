package dev.amserr.app.store;

import dev.amserr.storage.Leases;
import dev.amserr.storage.LeasesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLeasesTest extends LeasesContract {

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
  protected Leases leases() {
    database.transaction(handle -> handle.execute("DELETE FROM lease"));
    return new SqlLeases(database);
  }
}
