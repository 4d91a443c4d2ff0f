package dev.amserr.oncall;

import dev.amserr.command.Actor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Feed keys without a store, for tests: key-1, key-2 and so on. */
public final class InMemoryFeedKeys implements FeedKeys {

  private final Map<String, String> keyByOwner = new HashMap<>();
  private int last;

  @Override
  public synchronized Renewed renew(String team, Actor actor, Instant now) {
    String key = "key-" + ++last;
    String before = keyByOwner.put(team + " " + actor.platform() + actor.id(), key);
    return new Renewed(key, before != null);
  }

  @Override
  public synchronized boolean revoke(String team, Actor actor, Instant now) {
    return keyByOwner.remove(team + " " + actor.platform() + actor.id()) != null;
  }

  @Override
  public synchronized boolean opens(String key, String team) {
    return keyByOwner.entrySet().stream()
        .anyMatch(e -> e.getValue().equals(key) && e.getKey().startsWith(team + " "));
  }
}
