package dev.amserr.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends Slack's slash command {@code /amserr CODE}, signed, from many users, at a fixed rate or as
 * often as it is answered, and says how long the answers took; {@link HttpLoad} measures.
 *
 * <p>Run with the bot's signing secret in {@code SLACK_SIGNING_SECRET}: {@code java -cp
 * bot-benchmarks/target/classes dev.amserr.benchmarks.SignedCommandLoad BASE_URL [connections]
 * [seconds] [commands a second; 0 for as many as possible] [different codes]}. Each command has a
 * trigger of its own, as Slack's have, and no response URL: nothing leaves the machine. Without a
 * number of different codes there are the eight that a shift sees; with one, so many HRESULTs of
 * Win32.
 */
public final class SignedCommandLoad {

  /** So many that none of them asks too often, at 20,000 commands a second for a minute. */
  private static final int USERS = 50_000;

  private static final List<String> CODES =
      List.of(
          "0x8088002E",
          "0x20200194",
          "networkErrHttpUrlNotFound",
          "0x80070005",
          "MPE_BLOB_NOT_FOUND",
          "538968468",
          "404",
          "-2147024891");

  private final String host;
  private final String path;
  private final Clock clock;
  private final Mac mac;
  private final String run;
  private final int differentCodes;
  private long sent;

  private SignedCommandLoad(URI base, String secret, Clock clock, int differentCodes)
      throws GeneralSecurityException {
    this.differentCodes = differentCodes;
    this.host = base.getRawAuthority();
    this.path = base.getRawPath().replaceFirst("/$", "") + "/slack/commands";
    this.clock = clock;
    this.mac = Mac.getInstance("HmacSHA256");
    this.mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    this.run = Long.toString(clock.millis());
  }

  public static void main(String[] args) throws IOException, GeneralSecurityException {
    String secret = System.getenv("SLACK_SIGNING_SECRET");
    if (args.length == 0 || secret == null || secret.isBlank()) {
      System.err.println(
          "Usage: SLACK_SIGNING_SECRET=… SignedCommandLoad BASE_URL [connections] [seconds]"
              + " [commands a second] [different codes]");
      System.exit(2);
    }
    URI base = URI.create(args[0]);
    int connections = args.length > 1 ? Integer.parseInt(args[1]) : 32;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 15;
    long rate = args.length > 3 ? Long.parseLong(args[3]) : 0;
    int different = args.length > 4 ? Integer.parseInt(args[4]) : 0;
    SignedCommandLoad commands = new SignedCommandLoad(base, secret, Clock.systemUTC(), different);
    new HttpLoad(new InetSocketAddress(base.getHost(), base.getPort()), commands::next)
        .run(connections, seconds, rate);
  }

  private String code(long number) {
    return differentCodes == 0
        ? CODES.get((int) (number % CODES.size()))
        : "0x" + Long.toHexString(0x80070000L + number % differentCodes);
  }

  private byte[] next() {
    long number = sent++;
    String user = "U" + (1_000_000 + number % USERS);
    String body =
        "token=legacy&team_id=T0000001&team_domain=video&channel_id=C0000001"
            + "&channel_name=streaming&user_id="
            + user
            + "&user_name=user"
            + number % USERS
            + "&command=%2Famserr&text="
            + code(number)
            + "&api_app_id=A0000001&is_enterprise_install=false&trigger_id="
            + run
            + "."
            + number;
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    byte[] signature =
        mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.US_ASCII));
    return ("POST "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Slack-Request-Timestamp: "
            + timestamp
            + "\r\nX-Slack-Signature: v0="
            + HexFormat.of().formatHex(signature)
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
