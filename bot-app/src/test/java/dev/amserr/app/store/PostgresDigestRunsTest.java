package dev.amserr.app.store;

import dev.amserr.digest.DigestRunsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDigestRunsTest extends DigestRunsContract {

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
  protected Stores stores() {
    SqlOutbox outbox = SqlStores.emptyOutbox(database);
    return new Stores(new SqlDigestRuns(database, outbox), outbox);
  }
}
