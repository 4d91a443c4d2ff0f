package dev.amserr.storage;

import java.time.Instant;
import java.util.Objects;

/**
 * One change of state, as the audit log keeps it.
 *
 * @param at when, to the millisecond
 * @param platform where it was asked for: {@code discord}, {@code slack}, {@code console}, {@code
 *     api}
 * @param actor the platform's own id of the person, never a name they gave themselves
 * @param actorName how the person was called then, for readers
 * @param action what was done, such as {@code oncall.cover}
 * @param subject what it was done to, such as {@code player/primary}
 * @param reason what the person gave as reason; empty where none was asked
 * @param before the state before, as JSON; empty where there was none
 * @param after the state after, as JSON; empty where there is none
 */
public record AuditEntry(
    Instant at,
    String platform,
    String actor,
    String actorName,
    String action,
    String subject,
    String reason,
    String before,
    String after) {

  public AuditEntry {
    Objects.requireNonNull(at, "at");
    if (platform.isBlank() || actor.isBlank() || action.isBlank() || subject.isBlank()) {
      throw new IllegalArgumentException("platform, actor, action and subject must not be blank");
    }
  }
}
