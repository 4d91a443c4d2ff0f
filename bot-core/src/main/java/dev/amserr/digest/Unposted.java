package dev.amserr.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the limit of an hour kept from people before an incident was posted. Follows from the
 * incidents that are kept, so every version of a message says the same.
 *
 * @param alerts how many went unposted since the incident that was posted before; those that the
 *     incident itself tells late are not among them
 * @param since since when its own alerts waited; null if they did not
 */
record Unposted(long alerts, @Nullable Instant since) {

  private static final Duration NEAR = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(32);

  /**
   * Looks back for up to 32 days.
   *
   * @param fresh incidents that begin together with it and may not be kept yet
   */
  static Unposted before(Incident incident, List<Incident> fresh, Incidents incidents) {
    List<Incident> history = history(incident, incidents);
    List<Incident> withheld =
        history.stream()
            .filter(earlier -> !earlier.isPosted() && !earlier.opened().isAfter(incident.opened()))
            .toList();
    Instant since =
        withheld.stream()
            .filter(earlier -> earlier.owner().equals(incident.owner()))
            .filter(earlier -> incident.opened().equals(earlier.closed()))
            .filter(earlier -> earlier.alerts().stream().anyMatch(incident::has))
            .map(Incident::opened)
            .min(Comparator.naturalOrder())
            .orElse(null);
    List<Incident> together = together(incident, history, fresh);
    // Of several that are posted together, one says it.
    boolean speaks = together.stream().noneMatch(other -> other.id().compareTo(incident.id()) < 0);
    Instant last = lastPosted(incident, history).map(Incident::opened).orElse(Instant.MIN);
    long alerts =
        withheld.stream()
            .flatMap(
                earlier ->
                    earlier.alerts().stream()
                        .filter(a -> earlier.opened().isAfter(last) || a.since().isAfter(last)))
            .filter(alert -> !alert.since().isAfter(incident.opened()))
            .filter(alert -> !incident.has(alert))
            .filter(alert -> together.stream().noneMatch(other -> other.has(alert)))
            .count();
    return new Unposted(speaks ? alerts : 0, since);
  }

  /** The same after another message said how many. */
  Unposted toldBefore() {
    return new Unposted(0, since);
  }

  /** As far back as the incident that was posted before. */
  private static List<Incident> history(Incident incident, Incidents incidents) {
    Duration back = NEAR;
    while (true) {
      List<Incident> history =
          incidents.openedAfter(incident.destination(), incident.opened().minus(back));
      if (back.compareTo(LONGEST) >= 0 || lastPosted(incident, history).isPresent()) {
        return history;
      }
      back = LONGEST;
    }
  }

  private static Optional<Incident> lastPosted(Incident incident, List<Incident> history) {
    return history.stream()
        .filter(Incident::isPosted)
        .filter(earlier -> earlier.opened().isBefore(incident.opened()))
        .max(Comparator.comparing(Incident::opened));
  }

  /** Those that were posted in the same minute. */
  private static List<Incident> together(
      Incident incident, List<Incident> history, List<Incident> fresh) {
    return Stream.concat(history.stream(), fresh.stream())
        .filter(Incident::isPosted)
        .filter(other -> other.opened().equals(incident.opened()))
        .filter(other -> !other.id().equals(incident.id()))
        .toList();
  }
}
