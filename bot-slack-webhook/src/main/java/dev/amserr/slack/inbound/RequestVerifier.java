package dev.amserr.slack.inbound;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells Slack's requests from others by their signature: {@code v0=} and the hex HMAC-SHA256 of
 * {@code v0:TIMESTAMP:BODY} under the signing secret. Looks at the bytes as they came. Thread-safe.
 *
 * <p>A signature is remembered as long as it could be used again, {@link #REMEMBERED}; of more than
 * {@value #MOST_REMEMBERED} the oldest are forgotten first.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Slack's
 *     description</a>
 */
final class RequestVerifier {

  /** How far the time of signing may be from ours, either way. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  /** From the first second in which a signature is taken to the end of the last. */
  static final Duration REMEMBERED = WINDOW.multipliedBy(2).plusSeconds(1);

  /**
   * A shortcut on the longest message there is stays below this: 40,000 characters, twice, each
   * escaped and percent-encoded in eight bytes.
   */
  static final int LARGEST_BODY = 768 * 1024;

  private static final int MOST_REMEMBERED = 100_000;
  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v0=";
  private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");
  private static final HexFormat HEX = HexFormat.of();

  private final List<SecretKeySpec> keys;
  private final Clock clock;
  private final FormerSecretLog formerSecrets;
  private final RecentlySeen<Remembered> seen;

  RequestVerifier(List<String> signingSecrets, FormerSecretLog formerSecrets, Clock clock) {
    this.formerSecrets = formerSecrets;
    this.keys =
        signingSecrets.stream()
            .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM))
            .toList();
    this.clock = clock;
    this.seen = new RecentlySeen<>(MOST_REMEMBERED, REMEMBERED, clock);
  }

  /** Half of an HMAC: as good as the whole for telling requests apart. */
  private record Remembered(long first, long second) {}

  /** Why the request is refused; empty if it is Slack's. */
  Optional<Refusal> refusal(@Nullable String timestamp, @Nullable String signature, byte[] body) {
    if (body.length > LARGEST_BODY) {
      return Optional.of(Refusal.TOO_LARGE);
    }
    if (timestamp == null || signature == null) {
      return Optional.of(Refusal.NOT_SIGNED);
    }
    Optional<byte[]> claimed = mac(signature);
    if (claimed.isEmpty() || !TIMESTAMP.matcher(timestamp).matches()) {
      return Optional.of(Refusal.UNREADABLE);
    }
    long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
    if (Math.abs(age) > WINDOW.toSeconds()) {
      return Optional.of(age > 0 ? Refusal.TOO_OLD : Refusal.TOO_NEW);
    }
    int secret = fitting(claimed.get(), timestamp, body);
    if (secret == 0) {
      return Optional.of(Refusal.WRONG_SIGNATURE);
    }
    if (!isFirst(claimed.get())) {
      return Optional.of(Refusal.REPLAYED);
    }
    formerSecrets.taken(secret);
    return Optional.empty();
  }

  /**
   * The number of the secret that fits, from 1; 0 for none. Compares with every secret, so that the
   * time it takes tells nothing of which one fits.
   */
  private int fitting(byte[] claimed, String timestamp, byte[] body) {
    int fitting = 0;
    for (int number = keys.size(); number > 0; number--) {
      boolean fits = MessageDigest.isEqual(hmac(keys.get(number - 1), timestamp, body), claimed);
      fitting = fits ? number : fitting;
    }
    return fitting;
  }

  private boolean isFirst(byte[] mac) {
    ByteBuffer buffer = ByteBuffer.wrap(mac);
    return seen.isFirst(new Remembered(buffer.getLong(), buffer.getLong()));
  }

  private static Optional<byte[]> mac(String signature) {
    if (!signature.startsWith(VERSION) || signature.length() != VERSION.length() + 64) {
      return Optional.empty();
    }
    try {
      return Optional.of(HEX.parseHex(signature, VERSION.length(), signature.length()));
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }

  private static byte[] hmac(SecretKeySpec key, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
    }
  }
}
