package dev.amserr.oncall;

import dev.amserr.command.Actor;
import java.time.Instant;

/**
 * The keys with which calendar programs read a team's shifts. Everybody has at most one a team, and
 * can revoke it; the audit log tells who had one made or revoked. Every method throws {@link
 * dev.amserr.storage.StoreUnavailableException} if the store does not answer.
 */
public interface FeedKeys {

  /**
   * Makes a key that nobody can guess; the one that the same actor had before is revoked.
   *
   * @return the key, which cannot be shown again later
   */
  Renewed renew(String team, Actor actor, Instant now);

  /**
   * A new key.
   *
   * @param key letters, digits, {@code -} and {@code _}
   * @param replaced whether one that was valid until now no longer is
   */
  record Renewed(String key, boolean replaced) {}

  /**
   * Revokes the key of an actor.
   *
   * @return whether there was one
   */
  boolean revoke(String team, Actor actor, Instant now);

  /** Whether a key opens the feed of a team. */
  boolean opens(String key, String team);
}
