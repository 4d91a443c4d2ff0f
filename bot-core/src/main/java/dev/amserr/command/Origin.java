package dev.amserr.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

/**
 * Who asked, where and when.
 *
 * @param zone the reader's zone; the bot's where the platform does not know it
 * @param locale the reader's language
 * @param at when it was asked
 * @param correlationId joins the answer with the log; stands in every answer that is an error
 */
public record Origin(
    Actor actor, Place place, ZoneId zone, Locale locale, Instant at, String correlationId) {

  public Origin {
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(at, "at");
    if (correlationId.isBlank()) {
      throw new IllegalArgumentException("A correlation id must not be blank");
    }
  }
}
