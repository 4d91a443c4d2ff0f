package dev.amserr.app.http;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where and for whom the server listens.
 *
 * @param host a name or an address of this machine; {@code 0.0.0.0} for all
 * @param port 0 for any free one
 * @param token opens everything that changes or reads private data; null for none
 * @param publicUrl under which people reach the server, such as a proxy's; null for none
 * @param corsOrigins foreign pages that may read answers, such as {@code https://wall.example}
 */
public record HttpSettings(
    String host,
    int port,
    @Nullable BearerToken token,
    @Nullable URI publicUrl,
    Set<String> corsOrigins,
    Limits limits) {

  public HttpSettings {
    if (host.isBlank()) {
      throw new IllegalArgumentException("A server needs a host to listen on");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("Not a port: " + port);
    }
    if (publicUrl != null && publicUrl.getHost() == null) {
      throw new IllegalArgumentException("Not an absolute URL: " + publicUrl);
    }
    corsOrigins = Set.copyOf(corsOrigins);
  }

  /** On this machine only, without a token. */
  public static HttpSettings onLoopback(int port) {
    return new HttpSettings("127.0.0.1", port, null, null, Set.of(), Limits.DEFAULT);
  }

  /** The same, listening there. */
  public HttpSettings withHost(String name) {
    return new HttpSettings(name, port, token, publicUrl, corsOrigins, limits);
  }

  /** The same, opened by this token. */
  public HttpSettings withToken(BearerToken secret) {
    return new HttpSettings(host, port, secret, publicUrl, corsOrigins, limits);
  }

  /** The same, reached there. */
  public HttpSettings withPublicUrl(URI url) {
    return new HttpSettings(host, port, token, url, corsOrigins, limits);
  }

  /** The same, readable for these pages. */
  public HttpSettings withCorsOrigins(Set<String> origins) {
    return new HttpSettings(host, port, token, publicUrl, origins, limits);
  }

  /** The same with other limits. */
  public HttpSettings withLimits(Limits others) {
    return new HttpSettings(host, port, token, publicUrl, corsOrigins, others);
  }
}
