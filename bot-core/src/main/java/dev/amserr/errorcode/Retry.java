package dev.amserr.errorcode;

import java.util.Locale;
import java.util.Optional;

/** Whether trying the same thing again can help. */
public enum Retry {
  /** The same request fails again. */
  NO("do not retry: the same request fails again"),
  /** A retry may succeed at once. */
  YES("retry: it may succeed at once"),
  /** A retry may succeed later: wait longer each time. */
  BACKOFF("retry with growing pauses"),
  /** Nobody says. */
  UNKNOWN("not documented");

  private final String advice;

  Retry(String advice) {
    this.advice = advice;
  }

  /** The word for it in catalog files and in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class as advice to a person. */
  public String advice() {
    return advice;
  }

  static Optional<Retry> byKey(String key) {
    for (Retry retry : values()) {
      if (retry.key().equals(key)) {
        return Optional.of(retry);
      }
    }
    return Optional.empty();
  }
}
