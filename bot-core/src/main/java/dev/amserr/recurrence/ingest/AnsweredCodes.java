package dev.amserr.recurrence.ingest;

import dev.amserr.errorcode.DecodedCode;
import dev.amserr.errorcode.Decoding;
import dev.amserr.errorcode.Reading;
import dev.amserr.recurrence.Occurrence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The codes of a text that was decoded, as occurrences of what each was answered as. */
public final class AnsweredCodes {

  private AnsweredCodes() {}

  /**
   * Each code that has a reading, once; guesses do not count. An occurrence has the system of the
   * best reading, for that may follow from the rest of the text.
   *
   * @param source who is said to report them
   * @param message what was said with them
   */
  public static List<Occurrence> of(Decoding decoding, String source, @Nullable String message) {
    return decoding.codes().stream()
        .flatMap(code -> occurrence(code, source, message).stream())
        .toList();
  }

  private static Optional<Occurrence> occurrence(
      DecodedCode code, String source, @Nullable String message) {
    String text = code.text();
    if (text.isBlank() || text.length() > Occurrence.LONGEST_CODE) {
      return Optional.empty();
    }
    return code.best()
        .map(Reading::system)
        .map(system -> new Occurrence(text, system.id(), source, null, 1, message, null, null));
  }
}
