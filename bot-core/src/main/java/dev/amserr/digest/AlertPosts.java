package dev.amserr.digest;

import dev.amserr.command.reply.Reply;
import dev.amserr.notify.Destination;
import dev.amserr.notify.Destinations;
import dev.amserr.notify.OutboxMessage;
import dev.amserr.oncall.Team;
import dev.amserr.recurrence.BucketReader;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesQueries;
import dev.amserr.recurrence.SeriesStates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Posts what can't wait for the next digest: spikes, new critical codes, what came back after a
 * fix. One message an incident, changed while it lasts and closed when it is over; a channel whose
 * messages can't be changed gets one at the start and one when it is over. Works from what is kept,
 * so any process can go on where another one ended. Thread-safe.
 */
public final class AlertPosts {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration RIDDEN_OUT = Duration.ofHours(2);
  private static final int ID_LENGTH = 16;

  private final Supplier<? extends Collection<AlertRule>> rules;
  private final Incidents incidents;
  private final SeriesStates states;
  private final SeriesQueries series;
  private final BucketReader buckets;
  private final Duties duties;
  private final Predicate<Series> critical;
  private final Destinations destinations;
  private final IncidentText text;
  private final Clock clock;

  /**
   * Alert posts.
   *
   * @param rules those of the configuration as it is now
   * @param critical which codes are marked critical
   * @param zone of the times in messages
   */
  public AlertPosts(
      Supplier<? extends Collection<AlertRule>> rules,
      Incidents incidents,
      SeriesStates states,
      SeriesQueries series,
      BucketReader buckets,
      Duties duties,
      Predicate<Series> critical,
      Destinations destinations,
      ZoneId zone,
      Clock clock) {
    this.rules = rules;
    this.incidents = incidents;
    this.states = states;
    this.series = series;
    this.buckets = buckets;
    this.duties = duties;
    this.critical = critical;
    this.destinations = destinations;
    this.text = new IncidentText(zone);
    this.clock = clock;
  }

  /**
   * Opens, changes and closes incidents. To be called each minute, after states were evaluated.
   *
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer
   */
  public void wake() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Collection<AlertRule> current = rules.get();
    List<Incident> open = incidents.open();
    if (current.isEmpty() && open.isEmpty()) {
      return;
    }
    AlertLook look = new AlertLook(states, series, buckets, duties, critical, text, now);
    for (Incident incident : open) {
      goOn(incident, rule(current, incident.destination()), look);
    }
    for (AlertRule rule : current) {
      begin(rule, look);
    }
  }

  private static Optional<AlertRule> rule(Collection<AlertRule> rules, String destination) {
    return rules.stream().filter(rule -> rule.destination().equals(destination)).findFirst();
  }

  private void goOn(Incident incident, Optional<AlertRule> rule, AlertLook look) {
    List<Incident.Alert> alerts = new ArrayList<>();
    for (Incident.Alert alert : incident.alerts()) {
      String ending = alert.over() == null ? look.ending(alert) : "";
      alerts.add(ending.isEmpty() ? alert : alert.over(look.now(), ending));
    }
    rule.ifPresent(
        known ->
            look.hot(known).stream()
                .filter(hot -> hot.owner().equals(incident.owner()))
                .filter(hot -> isNew(hot, alerts))
                .forEach(hot -> add(look.alert(hot), alerts)));
    if (alerts.equals(incident.alerts())) {
      return;
    }
    Incident next = incident.with(alerts, look.now());
    incidents.keep(next, messages(next, List.of()), look.now());
  }

  /**
   * In place of the last one of its kind and series, so that an incident does not grow for ever.
   */
  private static void add(Incident.Alert fresh, List<Incident.Alert> alerts) {
    alerts.removeIf(
        old -> old.over() != null && old.series() == fresh.series() && old.kind() == fresh.kind());
    alerts.add(fresh);
  }

  private static boolean isNew(AlertLook.Hot hot, List<Incident.Alert> alerts) {
    return alerts.stream()
        .noneMatch(a -> a.isSame(hot.series().id(), hot.state().kind(), hot.state().since()));
  }

  /**
   * Posts what nobody was told of, as far as there is room, and withholds the rest. What was
   * withheld and lasts comes first: its incident gives way to one that is posted.
   */
  private void begin(AlertRule rule, AlertLook look) {
    List<Incident> posted =
        incidents.openedAfter(rule.destination(), look.now().minus(HOUR)).stream()
            .filter(Incident::isPosted)
            .toList();
    Map<String, Incident> lasting =
        incidents.open().stream()
            .filter(incident -> incident.destination().equals(rule.destination()))
            .collect(Collectors.toMap(Incident::owner, Function.identity(), (a, b) -> a));
    Map<String, List<AlertLook.Hot>> byOwner = new TreeMap<>(waitingFirst(lasting));
    for (AlertLook.Hot hot : look.hot(rule)) {
      Incident own = lasting.get(hot.owner());
      if ((own == null || !own.isPosted())
          && posted.stream().allMatch(incident -> isNew(hot, incident.alerts()))) {
        byOwner.computeIfAbsent(hot.owner(), owner -> new ArrayList<>()).add(hot);
      }
    }
    int room = rule.perHour() - posted.size();
    List<Incident> fresh = new ArrayList<>();
    for (Map.Entry<String, List<AlertLook.Hot>> entry : byOwner.entrySet()) {
      Incident withheld = lasting.get(entry.getKey());
      if (room > 0 && (withheld == null || givesWay(withheld, look.now()))) {
        fresh.add(incident(rule, entry, Incident.Telling.POSTED, look));
        room--;
      } else if (room <= 0 && withheld == null) {
        fresh.add(incident(rule, entry, Incident.Telling.WITHHELD, look));
      }
    }
    for (Incident incident : fresh) {
      incidents.keep(incident, messages(incident, fresh), look.now());
    }
  }

  /** Owners whose alerts are withheld, by how long they are, before all others. */
  private static Comparator<String> waitingFirst(Map<String, Incident> lasting) {
    return Comparator.comparing(
            (String owner) ->
                lasting.containsKey(owner) ? lasting.get(owner).opened() : Instant.MAX)
        .thenComparing(Comparator.naturalOrder());
  }

  /** Closes a withheld incident; false if another process changed it first. */
  private boolean givesWay(Incident withheld, Instant now) {
    List<Incident.Alert> over =
        withheld.alerts().stream()
            .map(alert -> alert.over() == null ? alert.over(now, "posted") : alert)
            .toList();
    return incidents.keep(withheld.with(over, now), List.of(), now) == Incidents.Keeping.KEPT;
  }

  private static Incident incident(
      AlertRule rule,
      Map.Entry<String, List<AlertLook.Hot>> hot,
      Incident.Telling telling,
      AlertLook look) {
    return new Incident(
        id(rule.destination(), hot.getKey(), look.now()),
        rule.destination(),
        hot.getKey(),
        telling,
        1,
        look.now(),
        null,
        hot.getValue().stream().map(look::alert).toList());
  }

  private static String id(String destination, String owner, Instant now) {
    return "al-"
        + SnapshotCodec.sha256(destination + "\n" + owner + "\n" + now).substring(0, ID_LENGTH);
  }

  /**
   * What is posted of a change.
   *
   * @param fresh those that begin in the same minute at the same destination
   */
  private List<OutboxMessage> messages(Incident incident, List<Incident> fresh) {
    Optional<Destination> destination = destinations.find(incident.destination());
    if (!incident.isPosted() || destination.isEmpty()) {
      return List.of();
    }
    boolean canChange = destination.get().channel().fold(d -> true, s -> true, webhook -> false);
    boolean first = incident.version() == 1;
    boolean over = incident.closed() != null;
    if (!first && !canChange && !over) {
      return List.of();
    }
    Instant expires = clock.instant().plus(RIDDEN_OUT);
    Unposted unposted = Unposted.before(incident, fresh, incidents);
    Reply content =
        text.post(incident, duty(incident), first || canChange ? unposted : unposted.toldBefore());
    OutboxMessage original =
        OutboxMessage.post(
            incident.id(), "alert " + incident.id(), destination.get(), content, expires);
    if (first) {
      return List.of(original);
    }
    String key = incident.id() + "." + incident.version();
    return List.of(
        canChange
            ? OutboxMessage.edit(key, original, content, expires)
            : OutboxMessage.post(key, original.topic(), destination.get(), content, expires));
  }

  private Optional<DigestSnapshot.Duty> duty(Incident incident) {
    int alerts = incident.alerts().size();
    return series.series(incident.alerts().stream().map(Incident.Alert::series).toList()).stream()
        .flatMap(one -> duties.owner(one.key(), one.name()).stream())
        .filter(team -> team.id().equals(incident.owner()))
        .findFirst()
        .map((Team team) -> duties.duty(team, incident.opened(), alerts));
  }
}
