package dev.amserr.errorcode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One documented code.
 *
 * @param name the documented spelling; null where the documentation gives only a value
 * @param value unsigned; {@link #NO_VALUE} where the code is a name only
 * @param numbers what the value is; mostly the system's own
 * @param aliases other names of the same code
 * @param category the group it belongs to in its documentation; empty if none
 * @param httpStatus the status it is sent with, 0 if none
 * @param patterns the service's messages with numbers to capture
 * @param related other codes, as {@code NAME} or {@code system:NAME}
 * @param confidence how well it is known, such as {@code documented} or {@code constant}
 * @param team whether it is the team's own, and so wins
 */
record CatalogEntry(
    ErrorSystem system,
    @Nullable String name,
    long value,
    NumberSpace numbers,
    List<String> aliases,
    String category,
    int httpStatus,
    Explanation explanation,
    List<MessagePattern> patterns,
    List<String> related,
    @Nullable String owner,
    Source source,
    String confidence,
    boolean team) {

  static final long NO_VALUE = Long.MIN_VALUE;

  CatalogEntry {
    aliases = List.copyOf(aliases);
    patterns = List.copyOf(patterns);
    related = List.copyOf(related);
    if (name == null && value == NO_VALUE) {
      throw new IllegalArgumentException("a code needs a name or a value");
    }
  }

  boolean hasValue() {
    return value != NO_VALUE;
  }

  /** The value as the system writes it, or null. */
  @Nullable String valueText() {
    return hasValue() ? numbers.format(value) : null;
  }

  /** The name, or the value where there is no name. */
  String label() {
    String text = name != null ? name : valueText();
    return text == null ? "" : text;
  }

  /** The same entry, its viewers reading what those of the other do, unless it says otherwise. */
  CatalogEntry withUserMessageOf(CatalogEntry other) {
    return new CatalogEntry(
        system,
        name,
        value,
        numbers,
        aliases,
        category,
        httpStatus,
        explanation.withUserMessageOf(other.explanation),
        patterns,
        related,
        owner,
        source,
        confidence,
        team);
  }
}
