package dev.amserr.recurrence;

import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What charts show: how series went over time, and when they spiked. */
public final class Timelines {

  private static final int MOST_EVENTS = 1_000;

  private final OccurrenceStore store;
  private final ZoneId zone;

  /**
   * @param zone whose days are counted
   */
  public Timelines(OccurrenceStore store, ZoneId zone) {
    this.store = store;
    this.zone = zone;
  }

  /**
   * How a series went until now; the bar of now is the last.
   *
   * @param length how far back, in bars of the step that suits it
   */
  public Timeline until(long series, Instant now, Duration length) {
    Timeline.Step step = Timeline.Step.of(length);
    return switch (step) {
      case MINUTE -> minutes(series, now, Math.max(1, length.toMinutes()));
      case HOUR -> hours(series, now, length.toHours());
      case DAY -> days(series, today(now).plusDays(1), length.toDays());
    };
  }

  /** The timeline of as many bars that ends where this one begins. */
  public Timeline before(long series, Timeline timeline) {
    Instant end = timeline.bars().get(0).start();
    int bars = timeline.bars().size();
    return switch (timeline.step()) {
      case MINUTE -> minutes(series, end.minus(1, ChronoUnit.MINUTES), bars);
      case HOUR -> hours(series, end.minus(1, ChronoUnit.HOURS), bars);
      case DAY -> days(series, today(end), bars);
    };
  }

  /**
   * How often each of some series occurred in each hour of a window, oldest first.
   *
   * @param window of full hours
   */
  public Map<Long, List<Long>> hourly(Collection<Long> series, Interval window) {
    Map<Long, Map<Instant, Long>> known = new HashMap<>();
    for (HourBucket hour : store.hours(series, window)) {
      known.computeIfAbsent(hour.series(), id -> new HashMap<>()).put(hour.start(), hour.count());
    }
    List<Instant> starts = starts(window.from(), window.until(), ChronoUnit.HOURS);
    return series.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(),
                id -> {
                  Map<Instant, Long> counts = known.getOrDefault(id, Map.of());
                  return starts.stream().map(start -> counts.getOrDefault(start, 0L)).toList();
                }));
  }

  /** The same of one series. */
  public List<Long> hourly(long series, Interval window) {
    return hourly(List.of(series), window).getOrDefault(series, List.of());
  }

  /** How many plays a source began in a window of full hours; 0 if nobody says. */
  public long plays(String source, Interval window) {
    return store.plays(List.of(source), window).values().stream()
        .flatMap(hours -> hours.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  /** The hours until the end of the one in which an instant lies. */
  public static Interval lastHours(int hours, Instant now) {
    Instant end = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    return new Interval(end.minus(Duration.ofHours(hours)), end);
  }

  /** When a series spiked within a window, the latest first. */
  public List<Interval> spikes(long series, Interval window) {
    List<Interval> spikes = new ArrayList<>();
    Instant until = window.until();
    for (SeriesEvent event : store.events(series, MOST_EVENTS)) {
      if (event.state() != StateKind.SPIKE) {
        continue;
      }
      if (event.kind() == SeriesEvent.Kind.STATE_CLOSED) {
        until = event.at();
      } else if (event.at().isBefore(until)) {
        new Interval(event.at(), until).intersection(window).ifPresent(spikes::add);
        until = event.at();
      }
    }
    return spikes;
  }

  private Timeline minutes(long series, Instant last, long bars) {
    Interval window = ending(last, bars, ChronoUnit.MINUTES);
    return timeline(
        Timeline.Step.MINUTE,
        starts(window.from(), window.until(), ChronoUnit.MINUTES),
        store.minutes(series, window).stream()
            .collect(Collectors.toMap(MinuteBucket::start, MinuteBucket::count)),
        window.until());
  }

  private Timeline hours(long series, Instant last, long bars) {
    Interval window = ending(last, bars, ChronoUnit.HOURS);
    return timeline(
        Timeline.Step.HOUR,
        starts(window.from(), window.until(), ChronoUnit.HOURS),
        store.hours(List.of(series), window).stream()
            .collect(Collectors.toMap(HourBucket::start, HourBucket::count)),
        window.until());
  }

  private Timeline days(long series, LocalDate until, long bars) {
    LocalDate from = until.minusDays(bars);
    return timeline(
        Timeline.Step.DAY,
        from.datesUntil(until).map(this::start).toList(),
        store.days(series, from, until).stream()
            .collect(Collectors.toMap(day -> start(day.day()), DayBucket::count)),
        start(until));
  }

  private static Timeline timeline(
      Timeline.Step step, List<Instant> starts, Map<Instant, Long> counts, Instant until) {
    List<Timeline.Bar> bars =
        starts.stream()
            .map(start -> new Timeline.Bar(start, counts.getOrDefault(start, 0L)))
            .toList();
    return new Timeline(step, bars, until);
  }

  private static Interval ending(Instant last, long bars, ChronoUnit step) {
    Instant end = last.truncatedTo(step).plus(1, step);
    return new Interval(end.minus(bars, step), end);
  }

  private static List<Instant> starts(Instant from, Instant until, ChronoUnit step) {
    List<Instant> starts = new ArrayList<>();
    for (Instant start = from; start.isBefore(until); start = start.plus(1, step)) {
      starts.add(start);
    }
    return starts;
  }

  private LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
