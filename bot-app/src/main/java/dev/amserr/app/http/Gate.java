package dev.amserr.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps strangers out: judges a request before its endpoint sees it.
 *
 * <p>A request with a token is judged by the token alone. One without comes from this machine, or
 * it is refused; and since a browser on this machine carries out what foreign pages ask, it must
 * also name a host that is ours (a rebound name is not), come from our own page if from any, and
 * carry a body of a type that foreign pages cannot send unasked.
 */
final class Gate {

  private static final String CHALLENGE = "Bearer realm=\"amserr\"";

  private final boolean onLoopback;
  private final BearerTokens token;
  private final Authority configured;
  private final @Nullable URI publicUrl;
  private final Set<String> readers;

  /**
   * A gate for a server.
   *
   * @param onLoopback whether only this machine reaches the server
   */
  Gate(HttpSettings settings, boolean onLoopback) {
    this.onLoopback = onLoopback;
    this.token = settings.token() == null ? BearerTokens.none() : settings.token();
    this.configured = new Authority(Authority.canonical(settings.host()), -1);
    this.publicUrl = settings.publicUrl();
    this.readers =
        settings.corsOrigins().stream()
            .map(origin -> origin.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Why the request may not pass; empty if it may. */
  Optional<Problem> objection(Route route, HttpServletRequest request) {
    Protection protection = route.protection();
    return switch (protection.kind()) {
      case PROBE, SIGNED -> Optional.empty();
      case OPEN -> onLoopback ? strangeHost(request) : Optional.empty();
      case PRIVATE, CHANGES -> guarded(route, request);
    };
  }

  /** Whether a foreign page with this origin may read answers. */
  boolean mayRead(String origin) {
    return readers.contains(origin.toLowerCase(Locale.ROOT));
  }

  private Optional<Problem> guarded(Route route, HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization == null) {
      return Stream.of(missingToken(route, request), foreign(route, request))
          .flatMap(Optional::stream)
          .findFirst();
    }
    BearerTokens own = route.protection().ownTokens();
    boolean known =
        authorization.regionMatches(true, 0, "Bearer ", 0, 7)
            && (own == null ? token : own).accepts(authorization.substring(7).strip());
    return known
        ? Optional.empty()
        : unauthorized("This token opens nothing here. Look at what Authorization holds.");
  }

  /** A token is needed by whoever is not on this machine, and wherever a route has its own. */
  private Optional<Problem> missingToken(Route route, HttpServletRequest request) {
    boolean local = host(request).filter(Authority::isLoopback).isPresent();
    BearerTokens own = route.protection().ownTokens();
    if (own != null) {
      boolean fromHere = local && isLoopback(request.getRemoteAddr());
      return own.isEmpty() && (onLoopback || fromHere) && (local || token.isEmpty())
          ? Optional.empty()
          : unauthorized("Send an ingest token: Authorization: Bearer and the token.");
    }
    return onLoopback && (local || token.isEmpty())
        ? Optional.empty()
        : unauthorized("Send the token of server.token: Authorization: Bearer and the token.");
  }

  private Optional<Problem> foreign(Route route, HttpServletRequest request) {
    Optional<Problem> strange = strangeHost(request).or(() -> strangeOrigin(route, request));
    if (strange.isPresent() || route.protection().kind() != Protection.Kind.CHANGES) {
      return strange;
    }
    return route.bodyTypes().contains(BodyReader.mediaType(request.getContentType()))
        ? Optional.empty()
        : Optional.of(
            Problem.of(415, "Send Content-Type: " + String.join(" or ", route.bodyTypes()) + "."));
  }

  private Optional<Problem> strangeHost(HttpServletRequest request) {
    boolean ours = host(request).filter(this::isOurs).isPresent();
    return ours
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                403,
                "The Host header does not name this bot. If it is reached under that name, set"
                    + " server.publicUrl."));
  }

  private Optional<Problem> strangeOrigin(Route route, HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    boolean reads = route.protection().kind() == Protection.Kind.PRIVATE;
    if (origin == null || isOwnOrigin(origin, request) || (reads && mayRead(origin))) {
      return Optional.empty();
    }
    return Optional.of(Problem.of(403, "Pages of other sites may not do this without a token."));
  }

  private boolean isOurs(Authority host) {
    return host.isLoopback()
        || host.host().equals(configured.host())
        || (publicUrl != null && host.host().equals(Authority.of(publicUrl).host()));
  }

  private boolean isOwnOrigin(String origin, HttpServletRequest request) {
    int scheme = origin.indexOf("://");
    if (scheme < 0) {
      return false;
    }
    String by = origin.substring(0, scheme).toLowerCase(Locale.ROOT);
    Optional<Authority> from =
        Authority.parse(origin.substring(scheme + 3)).map(authority -> authority.under(by));
    boolean same =
        by.equals("http") && from.isPresent() && from.equals(host(request).map(h -> h.under(by)));
    boolean published =
        publicUrl != null
            && by.equals(publicUrl.getScheme())
            && from.equals(Optional.of(Authority.of(publicUrl).under(by)));
    return same || published;
  }

  private static Optional<Authority> host(HttpServletRequest request) {
    String header = request.getHeader("Host");
    return header == null ? Optional.empty() : Authority.parse(header);
  }

  private static boolean isLoopback(String address) {
    return Authority.parse(address.indexOf(':') >= 0 ? "[" + address + "]" : address)
        .filter(Authority::isLoopback)
        .isPresent();
  }

  private static Optional<Problem> unauthorized(String detail) {
    return Optional.of(Problem.of(401, detail).with("WWW-Authenticate", CHALLENGE));
  }
}
