package dev.amserr.app.oncall;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;

/**
 * Gets the text of calendars by address or file: at most {@value #LARGEST} bytes, {@value
 * #MOST_REDIRECTS} redirects, 20 s a request, and, by address, from the public internet only unless
 * others are allowed. Every redirect is checked like the first address.
 */
final class CalendarFetcher {

  /** The largest calendar in bytes. */
  static final int LARGEST = 5 * 1024 * 1024;

  /** How many redirects are followed. */
  static final int MOST_REDIRECTS = 5;

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  /** Resolves a host's name. */
  @FunctionalInterface
  interface Resolver {
    List<InetAddress> resolve(String host) throws UnknownHostException;
  }

  private final Predicate<InetAddress> permitted;
  private final Resolver resolver;
  private final HttpGet http;

  CalendarFetcher(Predicate<InetAddress> permitted, Resolver resolver, HttpGet http) {
    this.permitted = permitted;
    this.resolver = resolver;
    this.http = http;
  }

  /** A fetcher with the system's resolver and trust store. */
  static CalendarFetcher of(AddressRules rules) {
    SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    return new CalendarFetcher(
        rules::permits,
        host -> List.of(InetAddress.getAllByName(host)),
        new HttpGet(TIMEOUT, LARGEST, tls));
  }

  /** What a fetch brought. */
  sealed interface Fetched {

    /** One function per case. */
    default <T> T fold(Function<Text, T> text, Function<Unchanged, T> unchanged) {
      return this instanceof Text t ? text.apply(t) : unchanged.apply((Unchanged) this);
    }
  }

  /**
   * The document.
   *
   * @param etag to ask next time whether it changed; empty for none
   */
  record Text(String text, String etag) implements Fetched {}

  /** What is known already is still right. */
  record Unchanged() implements Fetched {}

  /**
   * Gets a calendar from the web.
   *
   * @param url {@code http}, {@code https} or {@code webcal}, which means {@code https}
   * @param etag of what is known already; empty for nothing
   */
  Fetched fetch(String url, String etag) throws FetchFailure {
    URI at = parse(url.strip().replaceFirst("(?i)^webcal:", "https:"));
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpGet.Answer answer = http.get(at, checkedAddress(at.getHost()), etag);
      switch (answer.status()) {
        case 200 -> {
          return new Text(text(answer.body()), answer.header("etag").orElse(""));
        }
        case 304 -> {
          if (etag.isEmpty()) {
            throw new FetchFailure("it answered HTTP 304 without being asked");
          }
          return new Unchanged();
        }
        case 301, 302, 303, 307, 308 -> at = redirected(at, answer.header("location"));
        default -> throw new FetchFailure("it answered HTTP " + answer.status());
      }
    }
    throw new FetchFailure("it redirects more than " + MOST_REDIRECTS + " times");
  }

  private static URI redirected(URI from, Optional<String> location) throws FetchFailure {
    if (location.isEmpty()) {
      throw new FetchFailure("it redirects to nowhere");
    }
    URI to;
    try {
      to = parse(from.resolve(location.get()).toString());
    } catch (IllegalArgumentException e) {
      throw new FetchFailure("it redirects to no address");
    }
    if (from.getScheme().equalsIgnoreCase("https") && !to.getScheme().equalsIgnoreCase("https")) {
      throw new FetchFailure("it redirects from https to http");
    }
    return to;
  }

  private static URI parse(String url) throws FetchFailure {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new FetchFailure("its address is none");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new FetchFailure("its address must begin with https:// or http://");
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw new FetchFailure("its address must have a host, and no user before it");
    }
    return uri;
  }

  /** An address of the host; if any of its addresses is refused, the host is. */
  private InetAddress checkedAddress(String host) throws FetchFailure {
    String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try {
      List<InetAddress> addresses = resolver.resolve(name);
      if (addresses.isEmpty()) {
        throw new UnknownHostException();
      }
      if (!addresses.stream().allMatch(permitted)) {
        throw new FetchFailure("its address is a private one, and these are not allowed");
      }
      return addresses.get(0);
    } catch (UnknownHostException e) {
      throw new FetchFailure("its host is unknown");
    }
  }

  /** Reads a calendar from a file. */
  static String read(Path file) throws FetchFailure {
    try {
      if (Files.size(file) > LARGEST) {
        throw new FetchFailure("it is larger than " + LARGEST / 1024 + " KB");
      }
      return text(ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new FetchFailure("the file cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static String text(ByteBuffer bytes) throws FetchFailure {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new FetchFailure("it is not UTF-8");
    }
  }
}
