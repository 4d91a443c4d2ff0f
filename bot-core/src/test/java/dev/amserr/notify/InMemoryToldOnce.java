package dev.amserr.notify;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Facts without a store. */
public final class InMemoryToldOnce implements ToldOnce {

  private final Outbox outbox;
  private final Set<String> told = new HashSet<>();

  public InMemoryToldOnce(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public synchronized Set<String> tell(
      Set<String> facts, Function<Set<String>, List<OutboxMessage>> messages, Instant now) {
    Set<String> fresh = new LinkedHashSet<>(facts);
    fresh.removeAll(told);
    if (!fresh.isEmpty()) {
      outbox.add(messages.apply(Set.copyOf(fresh)), now);
      told.addAll(fresh);
    }
    return fresh;
  }
}
