package dev.amserr.app.ingest;

import dev.amserr.app.http.Request;
import dev.amserr.app.http.RequestRefused;
import dev.amserr.recurrence.OnceKey;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who reports.
 *
 * @param name that of the token; empty for this machine
 * @param covers for which sources it may report
 */
record Sender(String name, Predicate<String> covers) {

  static final Sender THIS_MACHINE = new Sender("", source -> true);

  private static final String HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 255;

  /** Why it may not report for a source, as a sentence. */
  String objection(String source) {
    return "The token "
        + name
        + " may not report for \""
        + source
        + "\"; add it to the token's sources.";
  }

  /** The key under which a request of this sender is counted once; null if it has none. */
  @Nullable OnceKey key(Request request) {
    String key = request.header(HEADER).orElse(null);
    if (key == null) {
      return null;
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new RequestRefused(
          400, "The header Idempotency-Key has 1 to " + LONGEST_KEY + " characters.");
    }
    return OnceKey.batch(name, key);
  }
}
