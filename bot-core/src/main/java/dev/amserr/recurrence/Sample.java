package dev.amserr.recurrence;

import dev.amserr.text.Redaction;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
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

  /**
   * What an occurrence says beyond its code; empty if nothing.
   *
   * @param at when it happened
   */
  public static Optional<Sample> of(Occurrence occurrence, Instant at, ResolvedCode code) {
    String message = occurrence.message() == null ? "" : Redaction.redact(occurrence.message());
    String session = occurrence.session() == null ? "" : occurrence.session();
    return message.isEmpty() && session.isEmpty() && code.labels().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Sample(at, Redaction.redact(occurrence.code()), message, session, code.labels()));
  }

  /** The same with no labels. */
  public Sample unlabelled() {
    return new Sample(at, text, message, session, new TreeMap<>(Map.of()));
  }
}
