package dev.amserr.recurrence;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one occurrence of a series said; secrets are removed before it is made.
 *
 * @param text the code as it was written
 * @param message may be empty
 * @param session may be empty
 * @param labels what the bits of the code say beside its identity, such as the player's tech
 */
public record Sample(
    Instant at, String text, String message, String session, SortedMap<String, String> labels) {

  /** The most samples that a series keeps. */
  public static final int MOST = 20;

  public Sample {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** The same with no labels. */
  public Sample unlabelled() {
    return new Sample(at, text, message, session, new TreeMap<>(Map.of()));
  }
}
