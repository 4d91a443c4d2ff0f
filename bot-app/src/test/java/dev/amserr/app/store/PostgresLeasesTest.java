package dev.amserr.app.store;

import dev.amserr.storage.Leases;
import dev.amserr.storage.LeasesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLeasesTest extends LeasesContract {

  @RegisterExtension static final OpenDatabase DATABASE = OpenDatabase.postgres();

  @Override
  protected Leases leases() {
    DATABASE.get().transaction(handle -> handle.execute("DELETE FROM lease"));
    return new SqlLeases(DATABASE.get());
  }
}
