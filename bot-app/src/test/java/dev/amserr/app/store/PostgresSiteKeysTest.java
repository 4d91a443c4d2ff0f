package dev.amserr.app.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSiteKeysTest extends SiteKeysContract {

  @RegisterExtension static final OpenDatabase DATABASE = OpenDatabase.postgres();

  @Override
  Database database() {
    return DATABASE.get();
  }
}
