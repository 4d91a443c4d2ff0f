package dev.amserr.errorcode;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A code found in a text, with what it can mean.
 *
 * @param text as it was first written
 * @param count how often it stands in the text
 * @param repaired what it was read as, where an obvious slip was mended; else null
 * @param readings best first, at most {@link Decoder#MOST_READINGS}
 * @param more how many readings were left out
 */
public record DecodedCode(
    String text, int count, @Nullable String repaired, List<Reading> readings, int more) {

  public DecodedCode {
    readings = List.copyOf(readings);
  }

  /** A code with its readings, of which only so many are shown. */
  static DecodedCode of(String text, int count, @Nullable String repaired, List<Reading> readings) {
    int shown = Math.min(readings.size(), Decoder.MOST_READINGS);
    return new DecodedCode(
        text, count, repaired, readings.subList(0, shown), readings.size() - shown);
  }

  /** The best reading that is not a guess. */
  public Optional<Reading> best() {
    return readings.stream().filter(r -> r.match() != Match.GUESS).findFirst();
  }
}
