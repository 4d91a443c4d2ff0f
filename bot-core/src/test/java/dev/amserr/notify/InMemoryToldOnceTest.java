package dev.amserr.notify;

class InMemoryToldOnceTest extends ToldOnceContract {

  @Override
  protected Stores stores() {
    InMemoryOutbox outbox = new InMemoryOutbox();
    return new Stores(new InMemoryToldOnce(outbox), outbox);
  }
}
