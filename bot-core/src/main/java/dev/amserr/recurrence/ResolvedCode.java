package dev.amserr.recurrence;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a reported code turned out to be, whoever reports it.
 *
 * @param system the id of the error system; empty where the code did not decode
 * @param code the value, or the name where there is no value; the text where it did not decode
 * @param name the documented name; empty if there is none
 * @param labels what its bits say beside its identity, such as the player's tech
 */
public record ResolvedCode(
    String system, String code, String name, SortedMap<String, String> labels) {

  public ResolvedCode {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** A text that did not decode. */
  public static ResolvedCode ofText(String text) {
    return new ResolvedCode("", text, "", new TreeMap<>(Map.of()));
  }

  /** The series of it from a source. */
  public SeriesKey key(String source) {
    return new SeriesKey(system, code, source);
  }
}
