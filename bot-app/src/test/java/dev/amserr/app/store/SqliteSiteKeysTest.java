package dev.amserr.app.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteSiteKeysTest extends SiteKeysContract {

  @RegisterExtension static final OpenDatabase DATABASE = OpenDatabase.sqlite();

  @Override
  Database database() {
    return DATABASE.get();
  }
}
