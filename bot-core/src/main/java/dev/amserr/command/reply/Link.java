package dev.amserr.command.reply;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * A label that leads to a web page.
 *
 * @param url absolute, {@code http} or {@code https}
 */
public record Link(String label, URI url) {

  private static final Set<String> SCHEMES = Set.of("http", "https");

  public Link {
    if (label.isBlank()) {
      throw new IllegalArgumentException("A link needs a label");
    }
    requireWeb(url);
  }

  /** A link to a URL given as text. */
  public static Link to(String label, String url) {
    return new Link(label, URI.create(url));
  }

  /**
   * The URL, if it is one that may be offered to a reader.
   *
   * @throws IllegalArgumentException if it is relative or of another scheme than http and https
   */
  static URI requireWeb(URI url) {
    String scheme = url.getScheme();
    if (scheme == null
        || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
        || url.getRawAuthority() == null) {
      throw new IllegalArgumentException("Not an http or https URL: " + url);
    }
    return url;
  }
}
