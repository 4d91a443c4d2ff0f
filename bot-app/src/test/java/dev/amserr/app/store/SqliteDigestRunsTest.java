package dev.amserr.app.store;

import dev.amserr.digest.DigestRunsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteDigestRunsTest extends DigestRunsContract {

  @RegisterExtension static final OpenDatabase DATABASE = OpenDatabase.sqlite();

  @Override
  protected Stores stores() {
    SqlOutbox outbox = SqlStores.emptyOutbox(DATABASE.get());
    return new Stores(new SqlDigestRuns(DATABASE.get(), outbox), outbox);
  }
}
