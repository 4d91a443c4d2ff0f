package dev.amserr.digest;

import dev.amserr.notify.InMemoryOutbox;

class InMemoryDigestRunsTest extends DigestRunsContract {

  @Override
  protected Stores stores() {
    InMemoryOutbox outbox = new InMemoryOutbox();
    return new Stores(new InMemoryDigestRuns(outbox), outbox);
  }
}
