package dev.amserr.app.http;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One thing that is served: the single source of routing, protection and OpenAPI.
 *
 * @param path such as {@code /api/v1/oncall/{team}}
 * @param bodyBytes the longest body; 0 for the server's default
 * @param bodyTypes media types of which a body may be where nothing but the place of the caller
 *     protects the route; none that a foreign page can send without asking first
 * @param gzip whether a body may be compressed; {@code bodyBytes} bounds what is inside
 */
public record Route(
    Method method,
    String path,
    Protection protection,
    Operation operation,
    Endpoint endpoint,
    int bodyBytes,
    Set<String> bodyTypes,
    boolean gzip) {

  private static final Pattern PATH =
      Pattern.compile("/|(/([-._a-zA-Z0-9]+|\\{[a-z]+\\}(\\.[a-z]+)?))+");
  private static final Set<String> SENT_WITHOUT_ASKING =
      Set.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data");

  /** The methods in use. */
  public enum Method {
    GET,
    POST,
    DELETE,
    OPTIONS
  }

  public Route {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(protection, "protection");
    Objects.requireNonNull(endpoint, "endpoint");
    bodyTypes = Set.copyOf(bodyTypes);
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException("Not the path of a route: " + path);
    }
    if (bodyTypes.stream().anyMatch(SENT_WITHOUT_ASKING::contains)) {
      throw new IllegalArgumentException(path + ": a foreign page could send " + bodyTypes);
    }
    if (method == Method.GET && protection.kind() == Protection.Kind.CHANGES) {
      throw new IllegalArgumentException(path + ": GET changes nothing");
    }
    operation.requirePathParameters(path);
  }

  public static Route get(
      String path, Protection protection, Operation operation, Endpoint endpoint) {
    return of(Method.GET, path, protection, operation, endpoint);
  }

  public static Route post(
      String path, Protection protection, Operation operation, Endpoint endpoint) {
    return of(Method.POST, path, protection, operation, endpoint);
  }

  /** A route for OPTIONS, in place of the server's own answer. */
  public static Route options(
      String path, Protection protection, Operation operation, Endpoint endpoint) {
    return of(Method.OPTIONS, path, protection, operation, endpoint);
  }

  /** The same, taking longer bodies or only shorter ones. */
  public Route withBodyBytes(int bytes) {
    return new Route(method, path, protection, operation, endpoint, bytes, bodyTypes, gzip);
  }

  /** The same, taking bodies of these media types. */
  public Route withBodyTypes(Set<String> types) {
    return new Route(method, path, protection, operation, endpoint, bodyBytes, types, gzip);
  }

  /** The same, taking compressed bodies too. */
  public Route withGzip() {
    return new Route(method, path, protection, operation, endpoint, bodyBytes, bodyTypes, true);
  }

  private static Route of(
      Method method, String path, Protection protection, Operation operation, Endpoint endpoint) {
    return new Route(
        method, path, protection, operation, endpoint, 0, Set.of("application/json"), false);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
