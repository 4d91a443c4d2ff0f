package dev.amserr.oncall;

class InMemoryFeedKeysTest extends FeedKeysContract {

  private final FeedKeys keys = new InMemoryFeedKeys();

  @Override
  protected FeedKeys keys() {
    return keys;
  }
}
