package dev.amserr.app.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SHA-256 of a token: what is kept instead of the token. */
public final class TokenHash {

  private static final int BYTES = 32;

  private final byte[] hash;

  private TokenHash(byte[] hash) {
    this.hash = hash;
  }

  /** The hash of a token. */
  public static TokenHash of(String token) {
    try {
      return new TokenHash(
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Reads 64 hex digits. */
  public static Optional<TokenHash> parse(String hex) {
    String text = hex.strip().toLowerCase(Locale.ROOT);
    return text.matches("[0-9a-f]{64}") && text.length() == 2 * BYTES
        ? Optional.of(new TokenHash(HexFormat.of().parseHex(text)))
        : Optional.empty();
  }

  /** Whether this is the hash of a token; takes the same time whatever the token. */
  public boolean matches(String token) {
    return equals(of(token));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenHash that && MessageDigest.isEqual(hash, that.hash);
  }

  @Override
  public int hashCode() {
    return hash[0] << 8 | hash[1];
  }

  @Override
  public String toString() {
    return "sha256:***";
  }
}
