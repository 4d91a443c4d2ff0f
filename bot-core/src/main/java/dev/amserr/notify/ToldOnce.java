package dev.amserr.notify;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Facts that are told once, by whichever process comes first, however often they are found again.
 */
public interface ToldOnce {

  /**
   * Notes facts, and adds messages about those that nobody noted before to the outbox, all or
   * nothing.
   *
   * @param facts names of facts, each 1 to 200 characters
   * @param messages given the facts that are new; not called if none is
   * @return the facts that are new
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer
   */
  Set<String> tell(
      Set<String> facts, Function<Set<String>, List<OutboxMessage>> messages, Instant now);
}
