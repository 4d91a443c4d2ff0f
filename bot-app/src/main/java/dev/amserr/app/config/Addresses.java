package dev.amserr.app.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Hosts, origins and web addresses as people write them. */
final class Addresses {

  static final Set<String> HTTP = Set.of("http", "https");
  static final Set<String> WEB_SOCKET = Set.of("ws", "wss");

  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");
  private static final int HIGHEST_PORT = 65_535;

  private Addresses() {}

  /** A host name or IP address, in lower case and without brackets. */
  static Optional<String> host(String text) {
    String host = text.toLowerCase(Locale.ROOT);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    String plain = bracketed ? host.substring(1, host.length() - 1) : host;
    boolean accepted =
        looksLikeAddress(plain)
            ? literal(plain).isPresent()
            : !bracketed && NAME.matcher(plain).matches();
    return accepted ? Optional.of(plain) : Optional.empty();
  }

  /** Whether only this machine reaches a host. Names are not looked up, so most of them do not. */
  static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || literal(host.toLowerCase(Locale.ROOT))
            .filter(InetAddress::isLoopbackAddress)
            .isPresent();
  }

  private static boolean looksLikeAddress(String host) {
    return IPV4.matcher(host).matches() || IPV6.matcher(host).matches();
  }

  private static Optional<InetAddress> literal(String host) {
    if (!looksLikeAddress(host)) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** The address of a web page's site, without a path: scheme, host and, if need be, port. */
  static Optional<String> origin(String text) {
    return url(text, HTTP)
        .filter(url -> url.getRawPath().isEmpty() && url.getRawQuery() == null)
        .map(
            url -> {
              String scheme = url.getScheme();
              boolean usual =
                  url.getPort() < 0 || url.getPort() == (scheme.equals("http") ? 80 : 443);
              return scheme
                  + "://"
                  + url.getHost().toLowerCase(Locale.ROOT)
                  + (usual ? "" : ":" + url.getPort());
            });
  }

  /**
   * An absolute address with one of some schemes (in lower case), without a user's name and without
   * a fragment.
   */
  static Optional<URI> url(String text, Set<String> schemes) {
    try {
      URI url = new URI(text);
      boolean accepted =
          url.getScheme() != null
              && schemes.contains(url.getScheme())
              && url.getHost() != null
              && host(url.getHost()).isPresent()
              && url.getPort() <= HIGHEST_PORT
              && url.getRawUserInfo() == null
              && url.getRawFragment() == null;
      return accepted ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
