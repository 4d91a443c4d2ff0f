package dev.amserr.app.config;

import dev.amserr.yaml.Problems;
import dev.amserr.yaml.Value;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code server}. */
final class ServerReader {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int DEFAULT_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;
  private static final int SMALLEST_BODY = 1024;
  private static final int DEFAULT_BODY = 1024 * 1024;
  private static final int LARGEST_BODY = 64 * 1024 * 1024;

  private final Keys keys;
  private final References references;
  private final Problems problems;

  ServerReader(Keys keys, References references, Problems problems) {
    this.keys = keys;
    this.references = references;
    this.problems = problems;
  }

  ServerSettings read() {
    Optional<Value> host = keys.value("host");
    ServerSettings server =
        new ServerSettings(
            host.flatMap(value -> value.as(Addresses::host, "a host name or an IP address"))
                .orElse(LOOPBACK),
            keys.integer("port", 0, HIGHEST_PORT, DEFAULT_PORT),
            publicUrl(),
            keys.zone("zone", ZoneId.of("UTC")),
            keys.secret("token"),
            console(keys.keys("console")),
            origins(keys, "corsOrigins"),
            keys.integer("maxBodyBytes", SMALLEST_BODY, LARGEST_BODY, DEFAULT_BODY),
            keys.oneOf("logFormat", ServerSettings.LogFormat.class, ServerSettings.LogFormat.TEXT));
    keys.rejectOthers();
    if (server.token() == null && !server.isLoopback()) {
      host.ifPresent(this::refuseOpenHost);
    }
    return server;
  }

  private void refuseOpenHost(Value host) {
    problems.add(
        host.position(),
        host.path(),
        "an address that other machines can reach, and no server.token",
        "127.0.0.1, or a token in server.token (AMSERR_API_TOKEN): without one, whoever reaches the"
            + " bot could change things and read private data");
  }

  private @Nullable URI publicUrl() {
    return keys.url("publicUrl", Addresses.HTTP, "an address such as https://amserr.example.com")
        .map(url -> URI.create(url.toString().replaceFirst("/+$", "")))
        .orElse(null);
  }

  private ServerSettings.ConsoleSettings console(Keys console) {
    String person =
        console
            .value("person")
            .map(value -> references.add(References.Kind.PERSON, value))
            .orElse("");
    console.rejectOthers();
    return new ServerSettings.ConsoleSettings(person);
  }

  /** Sites of web pages, as browsers name them. */
  static List<String> origins(Keys keys, String key) {
    return keys.items(
        key, Addresses::origin, "the site of a web page, such as https://watch.example.com");
  }
}
