package dev.amserr.oncall;

class InMemoryCoversTest extends CoversContract {

  @Override
  protected Covers covers() {
    return new InMemoryCovers();
  }
}
