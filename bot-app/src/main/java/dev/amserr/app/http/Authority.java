package dev.amserr.app.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host with a port, as the headers {@code Host} and {@code Origin} name it.
 *
 * @param host lower case, an IPv6 address without brackets, without a dot at the end
 * @param port -1 where none is written
 */
record Authority(String host, int port) {

  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9a-fA-F:.]{2,45})\\]|([-_.a-zA-Z0-9]{1,253}))(?::([0-9]{1,5}))?");
  private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.[0-9]{1,3}){3}");

  static Optional<Authority> parse(String written) {
    Matcher form = FORM.matcher(written);
    if (!form.matches()) {
      return Optional.empty();
    }
    String host = form.group(1) == null ? form.group(2) : form.group(1);
    int port = form.group(3) == null ? -1 : Integer.parseInt(form.group(3));
    return Optional.of(new Authority(canonical(host), port));
  }

  static Authority of(URI url) {
    String host = url.getHost();
    boolean bracketed = host.startsWith("[");
    return new Authority(
        canonical(bracketed ? host.substring(1, host.length() - 1) : host), url.getPort());
  }

  static String canonical(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** Whether it names the machine it is asked on, whatever a name server says. */
  boolean isLoopback() {
    return host.equals("localhost")
        || host.equals("::1")
        || host.equals("0:0:0:0:0:0:0:1")
        || LOOPBACK_V4.matcher(host).matches();
  }

  /** The same with the port that a scheme implies. */
  Authority under(String scheme) {
    return port >= 0 ? this : new Authority(host, scheme.equals("https") ? 443 : 80);
  }
}
