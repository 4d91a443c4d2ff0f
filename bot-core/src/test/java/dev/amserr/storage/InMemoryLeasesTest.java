package dev.amserr.storage;

class InMemoryLeasesTest extends LeasesContract {

  @Override
  protected Leases leases() {
    return new InMemoryLeases();
  }
}
