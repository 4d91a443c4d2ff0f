package dev.amserr.oncall;

import java.time.Instant;

/**
 * The keys with which calendar programs read a team's shifts. Everybody has at most one a team, and
 * can revoke it. Every method throws {@link dev.amserr.storage.StoreUnavailableException} if the
 * store does not answer.
 */
public interface FeedKeys {

  /**
   * Makes a key that nobody can guess; the one that the same actor had before is revoked.
   *
   * @param actor a user as {@code platform:id}
   * @return letters, digits, {@code -} and {@code _}; it cannot be shown again later
   */
  String renew(String team, String actor, Instant now);

  /**
   * Revokes the key of an actor.
   *
   * @return whether there was one
   */
  boolean revoke(String team, String actor, Instant now);

  /** Whether a key opens the feed of a team. */
  boolean opens(String key, String team);
}
