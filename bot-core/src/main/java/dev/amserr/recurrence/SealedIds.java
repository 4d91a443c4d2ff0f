package dev.amserr.recurrence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ids that only this site can make: the text, a hyphen and the first 96 bits, in hex, of its
 * HMAC-SHA256 under the site's key. Whoever was not given an id can't guess it. Thread-safe.
 */
public final class SealedIds {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SEAL_BYTES = 12;

  private final SecretKeySpec key;

  /**
   * Ids under a key.
   *
   * @param key 1 byte or more that nobody else knows; the same on all nodes
   */
  public SealedIds(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The id for a text. */
  public String seal(String text) {
    return text + "-" + mac(text);
  }

  /** The text of an id; empty if the id was not made here. */
  public Optional<String> open(String id) {
    int end = id.lastIndexOf('-');
    if (end < 0) {
      return Optional.empty();
    }
    String text = id.substring(0, end);
    byte[] claimed = id.substring(end + 1).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(mac(text).getBytes(StandardCharsets.UTF_8), claimed)
        ? Optional.of(text)
        : Optional.empty();
  }

  private String mac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(whole, SEAL_BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
    }
  }
}
