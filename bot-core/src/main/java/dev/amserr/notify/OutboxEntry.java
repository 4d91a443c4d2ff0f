package dev.amserr.notify;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox and what became of it.
 *
 * @param number its place: within a lane, lower ones go first
 * @param attempts how many attempts failed; waiting for a rate limit is none
 * @param form whether a smaller form took the place of its content
 * @param firstSending when it was first handed to the platform; null if never
 * @param messageId the platform's id of the message; null where there is none
 * @param reason why it is in this state; empty where that needs no saying
 * @param added since when it is in the outbox
 * @param changed since when it is in this state
 */
public record OutboxEntry(
    long number,
    OutboxMessage message,
    State state,
    int attempts,
    Form form,
    @Nullable Instant firstSending,
    @Nullable String messageId,
    String reason,
    Instant added,
    Instant changed) {

  public OutboxEntry {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(added, "added");
    Objects.requireNonNull(changed, "changed");
  }

  /** How far a message is. */
  public enum State {
    /** Waits for its turn or for another attempt. */
    PENDING,
    /** Is being handed to the platform, or was when the process ended. */
    SENDING,
    /** The platform has it. */
    SENT,
    /** Nobody knows yet whether the platform has it; to be found out. */
    UNKNOWN,
    /** Nobody can know whether the platform has it; left alone, to be seen by people. */
    HELD,
    /** Will not be posted; the reason says why. */
    DEAD,
    /** Another message took its place before it was ever sent; the reason names that. */
    COMBINED;

    /** Whether there is something left to do. */
    public boolean isOpen() {
      return this == PENDING || this == SENDING || this == UNKNOWN;
    }
  }

  /** Which form of the content is posted. */
  public enum Form {
    FULL,
    SMALLER
  }

  public String key() {
    return message.key();
  }

  /** When it was first handed to the platform. */
  public Optional<Instant> sentFirst() {
    return Optional.ofNullable(firstSending);
  }

  /** The platform's id of the message. */
  public Optional<String> platformId() {
    return Optional.ofNullable(messageId);
  }
}
