package dev.amserr.notify;

class InMemoryOutboxTest extends OutboxContract {

  @Override
  protected Outbox outbox() {
    return new InMemoryOutbox();
  }
}
