package dev.amserr.app.http;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names requests, so that an answer can be found in the log. Thread-safe. */
public final class RequestIds {

  private static final Pattern USABLE = Pattern.compile("[-_.A-Za-z0-9]{1,64}");
  private static final long PREFIXES = 36L * 36 * 36 * 36 * 36;

  private final String prefix;
  private final AtomicLong count = new AtomicLong();

  /**
   * Ids that differ from those of other processes.
   *
   * @param random chooses what tells this process from others
   */
  public RequestIds(RandomGenerator random) {
    String digits = Long.toString(PREFIXES + random.nextLong(PREFIXES), 36);
    this.prefix = digits.substring(1) + "-";
  }

  /** A fresh id. */
  public String next() {
    return prefix + Long.toString(count.incrementAndGet(), 36);
  }

  /** The id that the caller, such as a proxy, gave the request; a fresh one if it is unusable. */
  String given(@Nullable String header) {
    return header != null && USABLE.matcher(header).matches() ? header : next();
  }
}
