package dev.amserr.recurrence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Names what must be counted once.
 *
 * @param digest 128 bits of SHA-256 of what it names, as 22 characters of URL-safe Base64
 */
public record OnceKey(Kind kind, String digest) implements Comparable<OnceKey> {

  private static final int DIGEST_BYTES = 16;

  public OnceKey {
    if (digest.length() != 22) {
      throw new IllegalArgumentException("not a digest: " + digest);
    }
  }

  /** What is named, and for how long it is known. */
  public enum Kind {
    /** One event of a source. */
    EVENT("e", Duration.ofHours(24), false),
    /** One request of a client. */
    BATCH("b", Duration.ofHours(24), false),
    /** One firing of an alert; known as long as it is repeated. */
    ALERT("a", Duration.ofDays(30), true);

    private final String key;
    private final Duration life;
    private final boolean renewed;

    Kind(String key, Duration life, boolean renewed) {
      this.key = key;
      this.life = life;
      this.renewed = renewed;
    }

    /** The letter that stands for it in a store. */
    public String key() {
      return key;
    }

    /** For how long a key is known: since its first arrival, or since its last if renewed. */
    public Duration life() {
      return life;
    }

    /** Whether a repetition prolongs its life, and moves {@link Series#lastSeen}. */
    public boolean renewed() {
      return renewed;
    }
  }

  /** The id that a source gave an event. */
  public static OnceKey event(String source, String id) {
    return of(Kind.EVENT, source, id);
  }

  /**
   * The Idempotency-Key of a request.
   *
   * @param client whose key it is, such as the name of the token; empty if there is none
   */
  public static OnceKey batch(String client, String idempotencyKey) {
    return of(Kind.BATCH, client, idempotencyKey);
  }

  /** A firing of an alert, the same from every Alertmanager of a cluster. */
  public static OnceKey alert(String fingerprint, Instant startsAt) {
    return of(Kind.ALERT, fingerprint, startsAt.toString());
  }

  @Override
  public int compareTo(OnceKey other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : digest.compareTo(other.digest);
  }

  private static OnceKey of(Kind kind, String scope, String id) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] first = scope.getBytes(StandardCharsets.UTF_8);
      // The length keeps apart what would read the same when joined.
      sha.update((first.length + ":").getBytes(StandardCharsets.UTF_8));
      sha.update(first);
      sha.update(id.getBytes(StandardCharsets.UTF_8));
      byte[] digest = new byte[DIGEST_BYTES];
      System.arraycopy(sha.digest(), 0, digest, 0, DIGEST_BYTES);
      return new OnceKey(kind, Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
