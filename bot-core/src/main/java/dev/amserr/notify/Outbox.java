package dev.amserr.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Messages on their way out, durable. Any number of processes may work on it: of a lane, one of
 * them works on the first open message at a time.
 *
 * <p>Every method throws {@link dev.amserr.storage.StoreUnavailableException} if the store does not
 * answer. Times are kept to the millisecond.
 */
public interface Outbox {

  /**
   * Adds messages in this order; those whose key is there already are left out.
   *
   * @return how many were added
   */
  int add(List<OutboxMessage> messages, Instant now);

  /** Lanes whose first open message nobody works on and whose wait is over, by name. */
  List<Lane> lanesWithWork(Instant now);

  /**
   * Takes the first open message of a lane, unless somebody works on it or the lane waits.
   *
   * @param by who takes it; no two claims have the same
   * @param until when others may take it although this claim was not settled
   */
  Optional<Claim> claim(Lane lane, String by, Instant now, Instant until);

  /** Notes, before the platform is called, that it will be. */
  Standing sending(Claim claim, Instant now);

  /** Notes what became of a message and gives it back. */
  Standing settle(Claim claim, Verdict verdict, Instant now);

  /**
   * Lets a {@code HELD} message be posted again, because somebody said so: it may be seen twice.
   *
   * @param reason who said so
   * @param expires when to give up
   * @return the message as it was; empty if it is not held
   */
  Optional<OutboxEntry> release(long number, String reason, Instant expires, Instant now);

  /**
   * Gives a {@code HELD} message up, because somebody said so.
   *
   * @param reason who said so
   * @return the message as it was; empty if it is not held
   */
  Optional<OutboxEntry> discard(long number, String reason, Instant now);

  /** The message with this key. */
  Optional<OutboxEntry> find(String key);

  /** Every message of a topic, in order. */
  List<OutboxEntry> ofTopic(String topic);

  /** What waits and what failed, by destination. */
  List<DestinationStatus> status();

  /**
   * The latest messages that are {@code HELD} or {@code DEAD}, the held ones first, newest first.
   */
  List<OutboxEntry> failures(int limit);

  /**
   * Removes what was settled before that time.
   *
   * @return how many messages
   */
  int purge(Instant settledBefore);

  /** Somebody works on a message. */
  record Claim(OutboxEntry entry, String by) {}

  /** Whether a claim still counts. */
  enum Standing {
    /** It does, and the change was made. */
    HELD,
    /** It was over, or the message was combined: nothing was changed. */
    LOST
  }

  /**
   * A destination's queue.
   *
   * @param open how many messages wait or are on their way
   * @param oldest since when the first of them has waited; the epoch where there is none
   * @param held how many nobody can know of
   * @param dead how many will never be posted
   */
  record DestinationStatus(String destination, int open, Instant oldest, int held, int dead) {}
}
