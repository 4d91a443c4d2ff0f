package dev.amserr.recurrence;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One report of an error, as it came in.
 *
 * @param code the code as somebody wrote it, 1 to {@value #LONGEST_CODE} characters
 * @param system the system whose code it is, if the reporter says so; pins the reading
 * @param source who reports, such as {@code web-eu}, 1 to {@value #LONGEST_SOURCE} characters
 * @param at when it happened; null for when it arrived
 * @param count how often it happened, 1 to {@value #MOST}
 * @param message what was said with it, at most {@value #LONGEST_MESSAGE} characters
 * @param session in which session of a viewer it happened, at most {@value #LONGEST_ID} characters
 * @param id under which it is counted once, 1 to {@value #LONGEST_ID} characters
 */
public record Occurrence(
    String code,
    @Nullable String system,
    String source,
    @Nullable Instant at,
    long count,
    @Nullable String message,
    @Nullable String session,
    @Nullable String id) {

  public static final int LONGEST_CODE = 2_000;
  public static final int LONGEST_SOURCE = 100;
  public static final int LONGEST_MESSAGE = 2_000;
  public static final int LONGEST_ID = 200;

  /** The most that one report can count for. */
  public static final long MOST = 1_000_000_000L;

  public Occurrence {
    requireLength("code", code, LONGEST_CODE);
    requireLength("source", source, LONGEST_SOURCE);
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("count must be 1 to " + MOST + ", not " + count);
    }
    if (id != null) {
      requireLength("id", id, LONGEST_ID);
    }
    requireAtMost("message", message, LONGEST_MESSAGE);
    requireAtMost("session", session, LONGEST_ID);
  }

  /** One error now, of which nothing else is known. */
  public static Occurrence of(String code, String source) {
    return new Occurrence(code, null, source, null, 1, null, null, null);
  }

  /** The same as a mere count, now: what a stranger's report may write. */
  public Occurrence bare() {
    return new Occurrence(code, system, source, null, count, null, null, null);
  }

  private static void requireLength(String field, String text, int longest) {
    Objects.requireNonNull(text, field);
    if (text.isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank");
    }
    requireAtMost(field, text, longest);
  }

  private static void requireAtMost(String field, @Nullable String text, int longest) {
    if (text != null && text.length() > longest) {
      throw new IllegalArgumentException(field + " is longer than " + longest + " characters");
    }
  }
}
