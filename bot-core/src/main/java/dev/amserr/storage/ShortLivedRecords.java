package dev.amserr.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Small records that live for minutes to a day: what a button means, what waits to be confirmed.
 *
 * <p>The id is all that travels through a chat platform; the content stays here.
 */
public interface ShortLivedRecords {

  /** The longest life a record may be given. */
  Duration LONGEST_LIFE = Duration.ofDays(7);

  /** The most characters a record may have. */
  int LONGEST_CONTENT = 64 * 1024;

  /**
   * Keeps a content under a fresh id that nobody can guess (at least 96 random bits, only letters,
   * digits, {@code -} and {@code _}, at most 24 characters).
   *
   * @param kind what sort of record, such as {@code button}; a record is found under its own kind
   *     only
   * @param expires from when on it is no longer valid, at most {@link #LONGEST_LIFE} after {@code
   *     now}
   * @throws StoreUnavailableException if it could not be kept
   */
  String put(String kind, String content, Instant now, Instant expires);

  /** Looks a record up and leaves it. */
  Lookup find(String kind, String id, Instant now);

  /**
   * Takes a record: of any number of callers, on any number of nodes, exactly one gets {@link
   * Found}.
   *
   * @param takenBy who takes it, for the others to read
   */
  Lookup take(String kind, String id, String takenBy, Instant now);

  /**
   * Takes what was never kept, such as the use of a button that carries its meaning itself: of any
   * number of callers, on any number of nodes, exactly one gets {@link Found}, with nothing in it.
   *
   * @param id 16 to 24 letters, digits, {@code -} and {@code _}
   * @param expires how long to remember it, as in {@link #put}
   */
  Lookup claim(String kind, String id, String takenBy, Instant now, Instant expires);

  /** What a look-up found. */
  sealed interface Lookup permits Found, Taken, Expired, Unknown {

    /** One function per case. */
    default <T> T fold(
        Function<Found, T> found,
        Function<Taken, T> taken,
        Function<Expired, T> expired,
        Function<Unknown, T> unknown) {
      if (this instanceof Found f) {
        return found.apply(f);
      }
      if (this instanceof Taken t) {
        return taken.apply(t);
      }
      if (this instanceof Expired e) {
        return expired.apply(e);
      }
      return unknown.apply((Unknown) this);
    }
  }

  /** A valid record. */
  record Found(String content) implements Lookup {}

  /** Somebody took it before. */
  record Taken(String by, Instant at) implements Lookup {}

  /** It was valid until then. */
  record Expired(Instant at) implements Lookup {}

  /** No such record, or it expired so long ago that it was removed. */
  record Unknown() implements Lookup {}
}
