package dev.amserr.digest;

import dev.amserr.oncall.Team;
import dev.amserr.recurrence.BucketReader;
import dev.amserr.recurrence.Handling;
import dev.amserr.recurrence.RecentCount;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesQueries;
import dev.amserr.recurrence.SeriesState;
import dev.amserr.recurrence.SeriesStates;
import dev.amserr.recurrence.StateKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the store says at one moment of what alerts are about. */
final class AlertLook {

  /** So long after it was found a new code stays an alert by itself. */
  static final Duration NEWS = Duration.ofHours(1);

  private static final long MINUTES_A_DAY = Duration.ofDays(1).toMinutes();

  /** A state that people should be told of now. */
  record Hot(Series series, SeriesState state, String owner) {}

  private final Duties duties;
  private final Predicate<Series> critical;
  private final IncidentText text;
  private final Instant now;
  private final Map<Long, List<SeriesState>> open;
  private final Map<Long, Series> known;
  private final Map<Long, Long> c60;

  /**
   * Looks.
   *
   * @param critical which codes are marked critical
   */
  AlertLook(
      SeriesStates states,
      SeriesQueries series,
      BucketReader buckets,
      Duties duties,
      Predicate<Series> critical,
      IncidentText text,
      Instant now) {
    this.duties = duties;
    this.critical = critical;
    this.text = text;
    this.now = now;
    this.open = states.openStates();
    this.known =
        series.series(open.keySet()).stream()
            .collect(Collectors.toMap(Series::id, Function.identity()));
    this.c60 =
        buckets.recent(now.truncatedTo(ChronoUnit.MINUTES)).stream()
            .collect(Collectors.toMap(RecentCount::series, RecentCount::c60));
  }

  Instant now() {
    return now;
  }

  /** What a destination is to be told of now. */
  List<Hot> hot(AlertRule rule) {
    List<Hot> hot = new ArrayList<>();
    for (Map.Entry<Long, List<SeriesState>> entry : open.entrySet()) {
      Series one = known.get(entry.getKey());
      if (one == null) {
        continue;
      }
      for (SeriesState state : entry.getValue()) {
        if (isWanted(rule, one, state) && !isHandled(one, state)) {
          hot.add(
              new Hot(one, state, duties.owner(one.key(), one.name()).map(Team::id).orElse("")));
        }
      }
    }
    return hot;
  }

  private boolean isWanted(AlertRule rule, Series one, SeriesState state) {
    return switch (state.kind()) {
      case SPIKE -> rule.spike();
      case REGRESSED -> rule.regressed();
      case NEW -> rule.newCritical() && critical.test(one) && isNews(state);
      case RAMP, RECURRING, QUIET, SOURCE_SILENT -> false;
    };
  }

  private boolean isHandled(Series one, SeriesState state) {
    return one.handling().covers(List.of(state), now, c60.getOrDefault(one.id(), 0L));
  }

  /** Why an alert is over; empty while it lasts. */
  String ending(Incident.Alert alert) {
    Series one = known.get(alert.series());
    SeriesState state = state(alert);
    if (one == null || state == null) {
      return "over since";
    }
    if (isHandled(one, state)) {
      Handling handling = one.handling();
      return handling.status() == Handling.Status.ACKNOWLEDGED
          ? "acknowledged by " + handling.byName()
          : "muted since";
    }
    return state.kind() == StateKind.NEW && !isNews(state) ? "known since" : "";
  }

  /**
   * Whether a new code was found lately. It may have happened long before, where a source reports
   * late; its reason counts the days from then until it was found.
   */
  private boolean isNews(SeriesState fresh) {
    Duration late = Duration.ofMinutes(Math.round(fresh.why().observed() * MINUTES_A_DAY));
    return fresh.since().plus(late).plus(NEWS).isAfter(now);
  }

  private @Nullable SeriesState state(Incident.Alert alert) {
    return open.getOrDefault(alert.series(), List.of()).stream()
        .filter(s -> alert.isSame(alert.series(), s.kind(), s.since()))
        .findFirst()
        .orElse(null);
  }

  /** The alert that begins with it. */
  Incident.Alert alert(Hot hot) {
    return new Incident.Alert(
        hot.series().id(),
        hot.state().kind(),
        hot.state().since(),
        text.line(hot.series(), hot.state()),
        null,
        "");
  }
}
