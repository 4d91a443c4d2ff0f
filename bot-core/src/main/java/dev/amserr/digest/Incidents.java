package dev.amserr.digest;

import dev.amserr.notify.OutboxMessage;
import java.time.Instant;
import java.util.List;

/**
 * Incidents, durable. Of any number of processes that change one at the same time, one does.
 *
 * <p>Every method throws {@link dev.amserr.storage.StoreUnavailableException} if the store does not
 * answer.
 */
public interface Incidents {

  /** Those that last, the oldest first. */
  List<Incident> open();

  /** Those of a destination that were opened after that time, the oldest first. */
  List<Incident> openedAfter(String destination, Instant time);

  /**
   * Keeps a new incident or the next version of one, with its messages, all or nothing.
   *
   * @param incident of version 1 to open it: at most one of an owner lasts at a destination
   */
  Keeping keep(Incident incident, List<OutboxMessage> messages, Instant now);

  /** What came of it. */
  enum Keeping {
    KEPT,
    /** Another process changed it first; nothing was changed. */
    OVERTAKEN
  }
}
