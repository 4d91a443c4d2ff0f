package dev.amserr.errorcode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a code beyond its name and value.
 *
 * @param message what the service itself says, to the letter
 * @param userMessage what the viewer reads, to the letter
 * @param meaning what happened, in the catalog's own words
 * @param causes why it happens, likeliest first
 * @param actions what to do, most useful first
 */
record Explanation(
    @Nullable String message,
    @Nullable String userMessage,
    @Nullable String meaning,
    List<String> causes,
    List<String> actions,
    Retry retry) {

  /** Of a constant that a header merely names. */
  static final Explanation NONE =
      new Explanation(null, null, null, List.of(), List.of(), Retry.UNKNOWN);

  Explanation {
    causes = List.copyOf(causes);
    actions = List.copyOf(actions);
  }

  static Explanation meaning(String meaning) {
    return meaning.isEmpty()
        ? NONE
        : new Explanation(null, null, meaning, List.of(), List.of(), Retry.UNKNOWN);
  }

  Explanation withUserMessageOf(Explanation other) {
    return userMessage != null
        ? this
        : new Explanation(message, other.userMessage, meaning, causes, actions, retry);
  }
}
