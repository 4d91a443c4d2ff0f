package dev.amserr.app.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A secret that whoever knows it presents as {@code Authorization: Bearer …}. Never printed. */
public final class BearerToken implements BearerTokens {

  private final byte[] secret;

  /**
   * A token.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public BearerToken(String secret) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("A token must not be blank");
    }
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  /** Takes the same time whatever is presented. */
  @Override
  public boolean accepts(String presented) {
    return MessageDigest.isEqual(secret, presented.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "***";
  }
}
