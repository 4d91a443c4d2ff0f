package dev.amserr.digest;

import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxMessage;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Incidents without a store. */
public final class InMemoryIncidents implements Incidents {

  private final Outbox outbox;
  private final Map<String, Incident> rows = new HashMap<>();

  public InMemoryIncidents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public synchronized List<Incident> open() {
    return sorted().filter(incident -> incident.end().isEmpty()).toList();
  }

  @Override
  public synchronized List<Incident> openedAfter(String destination, Instant time) {
    return sorted()
        .filter(incident -> incident.destination().equals(destination))
        .filter(incident -> incident.opened().isAfter(time))
        .toList();
  }

  @Override
  public synchronized Keeping keep(Incident incident, List<OutboxMessage> messages, Instant now) {
    Incident known = rows.get(incident.id());
    long before = known == null ? 0 : known.version();
    boolean another =
        known == null
            && open().stream()
                .anyMatch(
                    i ->
                        i.destination().equals(incident.destination())
                            && i.owner().equals(incident.owner()));
    if (before != incident.version() - 1 || another) {
      return Keeping.OVERTAKEN;
    }
    rows.put(incident.id(), incident);
    outbox.add(messages, now);
    return Keeping.KEPT;
  }

  private Stream<Incident> sorted() {
    return rows.values().stream()
        .sorted(Comparator.comparing(Incident::opened).thenComparing(Incident::id));
  }
}
