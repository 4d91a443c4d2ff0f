package dev.amserr.app.store;

import dev.amserr.storage.Leases;
import dev.amserr.storage.LeasesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteLeasesTest extends LeasesContract {

  @RegisterExtension static final OpenDatabase DATABASE = OpenDatabase.sqlite();

  @Override
  protected Leases leases() {
    DATABASE.get().transaction(handle -> handle.execute("DELETE FROM lease"));
    return new SqlLeases(DATABASE.get());
  }
}
