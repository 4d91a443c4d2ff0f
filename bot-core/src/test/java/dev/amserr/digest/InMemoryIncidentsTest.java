package dev.amserr.digest;

import dev.amserr.notify.InMemoryOutbox;

class InMemoryIncidentsTest extends IncidentsContract {

  @Override
  protected Stores stores() {
    InMemoryOutbox outbox = new InMemoryOutbox();
    return new Stores(new InMemoryIncidents(outbox), outbox);
  }
}
