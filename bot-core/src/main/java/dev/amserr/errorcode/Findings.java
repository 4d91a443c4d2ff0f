package dev.amserr.errorcode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The distinct codes of one text with their counts, in the order of the text. Not for several
 * threads.
 *
 * <p>Of more than {@link Decoder#MOST_CODES} codes only the number is kept.
 */
final class Findings {

  private final Map<Object, Found> found = new LinkedHashMap<>();
  private final Set<Object> others = new HashSet<>();

  private static final class Found {
    final String text;
    final @Nullable String repaired;
    List<Reading> readings;
    int count = 1;

    Found(String text, @Nullable String repaired, List<Reading> readings) {
      this.text = text;
      this.repaired = repaired;
      this.readings = readings;
    }
  }

  /** Counts a code once more; false if it has to be {@link #add added} first. */
  boolean countAgain(Object key) {
    Found known = found.get(key);
    if (known != null) {
      known.count++;
      return true;
    }
    return found.size() >= Decoder.MOST_CODES && (others.add(key) || others.contains(key));
  }

  /**
   * Takes a code that {@link #countAgain} did not know.
   *
   * @param key what all spellings of the code have in common
   * @param text as it is written here
   * @param repaired what it was read as, where a slip was mended
   */
  void add(Object key, String text, @Nullable String repaired, List<Reading> readings) {
    found.put(key, new Found(text, repaired, readings));
  }

  /** Replaces the readings of the code that is written so. */
  void revise(String text, UnaryOperator<Reading> revision) {
    for (Found each : found.values()) {
      if (each.text.equals(text)) {
        each.readings = each.readings.stream().map(revision).toList();
      }
    }
  }

  List<DecodedCode> codes() {
    List<DecodedCode> codes = new ArrayList<>(found.size());
    for (Found each : found.values()) {
      codes.add(DecodedCode.of(each.text, each.count, each.repaired, each.readings));
    }
    return codes;
  }

  /** How many distinct codes {@link #codes} leaves out. */
  int more() {
    return others.size();
  }
}
