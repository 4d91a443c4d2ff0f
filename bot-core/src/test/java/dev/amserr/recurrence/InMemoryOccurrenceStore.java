package dev.amserr.recurrence;

import dev.amserr.storage.AuditEntry;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Occurrences without a database, for tests. For any number of threads. */
public final class InMemoryOccurrenceStore implements OccurrenceStore {

  private static final Duration HOUR = Duration.ofHours(1);

  private final ZoneId zone;
  private final RandomGenerator random;
  private final int mostSeries;
  private final List<AuditEntry> audit = new ArrayList<>();
  private final NavigableMap<Long, Row> rows = new TreeMap<>();
  private final Map<SeriesKey, Row> byKey = new HashMap<>();
  private final Map<OnceKey, Instant> known = new HashMap<>();
  private final Map<String, NavigableMap<Instant, Long>> plays = new TreeMap<>();
  private final NavigableMap<Instant, Sheds> sheds = new TreeMap<>();
  private @Nullable Instant evaluatedUntil;

  /**
   * @param zone whose days are counted
   * @param mostSeries how many series until the overflow; {@link #MOST_SERIES} but in tests
   */
  public InMemoryOccurrenceStore(ZoneId zone, RandomGenerator random, int mostSeries) {
    this.zone = zone;
    this.random = random;
    this.mostSeries = mostSeries;
  }

  private static final class Row {
    private final long id;
    private final SeriesKey key;
    private final String name;
    private Instant first;
    private Instant last;
    private Handling handling = Handling.NONE;
    private final NavigableMap<Instant, MinuteBucket> minutes = new TreeMap<>();
    private final NavigableMap<Instant, HourBucket> hours = new TreeMap<>();
    private final NavigableMap<LocalDate, Long> days = new TreeMap<>();
    private final Set<Instant> changedHours = new TreeSet<>();
    private long offered;
    private final NavigableMap<Integer, Sample> samples = new TreeMap<>();
    private final List<SeriesEvent> events = new ArrayList<>();
    private final NavigableMap<StateKind, SeriesState> states = new TreeMap<>();

    private Row(long id, Tally tally, SeriesKey key) {
      this.id = id;
      this.key = key;
      this.name = key.equals(SeriesKey.OVERFLOW) ? "" : tally.name();
      this.first = tally.first();
      this.last = tally.last();
    }

    private Series series() {
      return new Series(id, key, name, first, last, handling);
    }

    private void seen(Instant from, Instant until) {
      first = Interval.earlier(first, from);
      last = Interval.later(last, until);
    }

    private long count(Interval window) {
      return between(minutes, window).stream().mapToLong(MinuteBucket::count).sum();
    }
  }

  /** What was written to the audit log. */
  public synchronized List<AuditEntry> audit() {
    return List.copyOf(audit);
  }

  @Override
  public synchronized List<Receipt> commit(List<Batch> batches, Sheds shed, Instant now) {
    List<Receipt> receipts = new ArrayList<>();
    Sheds all = shed;
    for (Batch batch : batches) {
      if (batch.key() != null && isKnown(batch.key(), now)) {
        receipts.add(new Receipt(0, batch.items(), 0));
        continue;
      }
      int duplicate = 0;
      int late = 0;
      for (Tally tally : batch.tallies()) {
        if (tally.once() != null && isKnown(tally.once(), now)) {
          duplicate += tally.items();
          repeat(tally);
          continue;
        }
        late += tally.late() ? tally.items() : 0;
        if (count(tally)) {
          all = all.plus(new Sheds(0, 0, tally.count()));
        }
      }
      batch.plays().forEach(this::count);
      receipts.add(new Receipt(batch.items() - duplicate, duplicate, late));
    }
    if (!all.isNone()) {
      sheds.merge(now.truncatedTo(ChronoUnit.HOURS), all, Sheds::plus);
    }
    return receipts;
  }

  private boolean isKnown(OnceKey key, Instant now) {
    Instant since = known.get(key);
    boolean lives = since != null && now.isBefore(since.plus(key.kind().life()));
    if (!lives || key.kind().renewed()) {
      known.put(key, now);
    }
    return lives;
  }

  private void repeat(Tally tally) {
    Row row = byKey.getOrDefault(tally.series(), byKey.get(SeriesKey.OVERFLOW));
    if (row != null && tally.once() != null && tally.once().kind().renewed()) {
      row.seen(row.first, tally.last());
    }
  }

  /** Returns whether it went to the overflow. */
  private boolean count(Tally tally) {
    Row row = byKey.get(tally.series());
    boolean overflow = row == null && regularSeries() >= mostSeries;
    SeriesKey key = overflow ? SeriesKey.OVERFLOW : tally.series();
    row = byKey.computeIfAbsent(key, k -> new Row(rows.size() + 1, tally, k));
    rows.put(row.id, row);
    row.seen(tally.first(), tally.last());
    write(row, tally);
    Sample sample = tally.sample();
    if (sample != null) {
      Row kept = row;
      Reservoir.place(row.offered++, random).ifPresent(place -> kept.samples.put(place, sample));
    }
    return overflow;
  }

  private long regularSeries() {
    return byKey.keySet().stream().filter(key -> !key.equals(SeriesKey.OVERFLOW)).count();
  }

  private void write(Row row, Tally tally) {
    BucketTotals<Long> totals = new BucketTotals<>(zone);
    totals.add(row.id, tally);
    totals
        .minutes()
        .forEach(
            (slot, sum) ->
                row.minutes.merge(
                    slot.start(),
                    new MinuteBucket(row.id, slot.start(), sum.count(), sum.late()),
                    (a, b) ->
                        new MinuteBucket(
                            a.series(), a.start(), a.count() + b.count(), a.late() + b.late())));
    totals
        .hours()
        .forEach(
            (slot, sum) -> {
              HourBucket old = hour(row, slot.start());
              row.hours.put(
                  slot.start(),
                  new HourBucket(
                      row.id,
                      slot.start(),
                      old.count() + sum.count(),
                      old.late() + sum.late(),
                      old.max60(),
                      old.max5()));
              row.changedHours.add(slot.start());
            });
    totals.days().forEach((slot, sum) -> row.days.merge(slot.start(), sum.count(), Long::sum));
  }

  private static HourBucket hour(Row row, Instant start) {
    return row.hours.getOrDefault(start, new HourBucket(row.id, start, 0, 0, 0, 0));
  }

  private void count(PlayCount count) {
    plays
        .computeIfAbsent(count.source(), source -> new TreeMap<>())
        .merge(count.minute(), count.count(), Long::sum);
  }

  private long plays(String source, Interval window) {
    return between(plays.getOrDefault(source, new TreeMap<>()), window).stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  @Override
  public synchronized List<RecentCount> recent(Instant end) {
    Interval hour = new Interval(end.minus(HOUR), end);
    Interval five = new Interval(end.minus(Duration.ofMinutes(5)), end);
    return rows.values().stream()
        .filter(row -> row.count(hour) > 0)
        .map(
            row ->
                new RecentCount(
                    row.id,
                    row.count(hour),
                    row.count(five),
                    plays(row.key.source(), hour),
                    plays(row.key.source(), five)))
        .toList();
  }

  @Override
  public synchronized List<MinuteBucket> minutes(long series, Interval window) {
    return row(series).map(row -> between(row.minutes, window)).orElse(List.of());
  }

  @Override
  public synchronized List<HourBucket> hours(Collection<Long> series, Interval window) {
    return new TreeSet<>(series)
        .stream()
            .flatMap(id -> row(id).stream())
            .flatMap(row -> between(row.hours, window).stream())
            .toList();
  }

  @Override
  public synchronized Map<String, Map<Instant, Long>> plays(
      Collection<String> sources, Interval window) {
    Map<String, Map<Instant, Long>> hours = new TreeMap<>();
    for (String source : sources) {
      plays
          .getOrDefault(source, new TreeMap<>())
          .forEach(
              (minute, count) -> {
                Instant hour = minute.truncatedTo(ChronoUnit.HOURS);
                if (window.contains(hour)) {
                  hours
                      .computeIfAbsent(source, name -> new TreeMap<>())
                      .merge(hour, count, Long::sum);
                }
              });
    }
    return hours;
  }

  @Override
  public synchronized List<DayBucket> days(long series, LocalDate from, LocalDate until) {
    return row(series)
        .map(row -> row.days.subMap(from, until))
        .orElse(new TreeMap<>())
        .entrySet()
        .stream()
        .map(day -> new DayBucket(series, day.getKey(), day.getValue()))
        .toList();
  }

  @Override
  public synchronized Map<Long, Long> dayTotals(LocalDate from, LocalDate until) {
    Map<Long, Long> totals = new LinkedHashMap<>();
    for (Row row : rows.values()) {
      long total = row.days.subMap(from, until).values().stream().mapToLong(Long::longValue).sum();
      if (total > 0) {
        totals.put(row.id, total);
      }
    }
    return totals;
  }

  @Override
  public synchronized Optional<Series> find(SeriesKey key) {
    return Optional.ofNullable(byKey.get(key)).map(Row::series);
  }

  @Override
  public synchronized List<Series> find(String system, String code) {
    return series(row -> row.key.system().equals(system) && row.key.code().equals(code)).stream()
        .sorted(Comparator.comparing(Series::lastSeen).reversed())
        .toList();
  }

  @Override
  public synchronized List<Series> series(Collection<Long> ids) {
    Set<Long> wanted = new HashSet<>(ids);
    return series(row -> wanted.contains(row.id));
  }

  @Override
  public synchronized List<Series> seenSince(Instant time) {
    return series(row -> !row.last.isBefore(time));
  }

  @Override
  public synchronized List<Series> resolved() {
    return series(row -> row.handling.status() == Handling.Status.RESOLVED);
  }

  @Override
  public synchronized Top top(TopQuery query) {
    List<Top.Line> lines = new ArrayList<>();
    long before = 0;
    for (Row row : rows.values()) {
      if ((query.source() == null || query.source().equals(row.key.source()))
          && (query.system() == null || query.system().equals(row.key.system()))) {
        Top.Line line =
            new Top.Line(row.series(), row.count(query.window()), row.count(query.before()));
        before += line.before();
        if (line.count() > 0) {
          lines.add(line);
        }
      }
    }
    lines.sort(Comparator.comparingLong(Top.Line::count).reversed());
    return new Top(
        lines.subList(0, Math.min(lines.size(), query.limit())),
        Math.max(0, lines.size() - query.limit()),
        lines.stream().mapToLong(Top.Line::count).sum(),
        before);
  }

  @Override
  public synchronized Map<Long, Long> counts(Collection<Long> series, Interval window) {
    return new TreeSet<>(series)
        .stream()
            .flatMap(id -> row(id).stream())
            .filter(row -> row.count(window) > 0)
            .collect(Collectors.toMap(row -> row.id, row -> row.count(window)));
  }

  @Override
  public synchronized List<Sample> samples(long series) {
    return row(series).map(row -> row.samples.values()).orElse(List.of()).stream()
        .sorted(Comparator.comparing(Sample::at).reversed())
        .toList();
  }

  @Override
  public synchronized List<SeriesEvent> events(long series, int limit) {
    List<SeriesEvent> events =
        new ArrayList<>(row(series).map(row -> row.events).orElse(List.of()));
    Collections.reverse(events);
    events.sort(Comparator.comparing(SeriesEvent::at).reversed());
    return events.subList(0, Math.min(limit, events.size()));
  }

  @Override
  public synchronized List<SourceActivity> sources(Interval window) {
    Set<String> names = new TreeSet<>(plays.keySet());
    rows.values().forEach(row -> names.add(row.key.source()));
    List<SourceActivity> sources = new ArrayList<>();
    for (String name : names) {
      List<Row> own = rows.values().stream().filter(r -> r.key.source().equals(name)).toList();
      long count = own.stream().mapToLong(row -> row.count(window)).sum();
      if (count > 0 || plays(name, window) > 0) {
        sources.add(
            new SourceActivity(
                name,
                (int) own.stream().filter(row -> row.count(window) > 0).count(),
                count,
                plays(name, window),
                own.stream().map(row -> row.last).max(Comparator.naturalOrder()).orElse(null)));
      }
    }
    return sources;
  }

  @Override
  public synchronized Sheds sheds(Interval window) {
    return between(sheds, window).stream().reduce(Sheds.NONE, Sheds::plus);
  }

  @Override
  public synchronized Optional<Instant> evaluatedUntil() {
    return Optional.ofNullable(evaluatedUntil);
  }

  @Override
  public synchronized Map<Long, List<SeriesState>> openStates() {
    return openStates(List.copyOf(rows.keySet()));
  }

  @Override
  public synchronized Map<Long, List<SeriesState>> openStates(Collection<Long> series) {
    Map<Long, List<SeriesState>> open = new TreeMap<>();
    for (long id : series) {
      row(id)
          .filter(row -> !row.states.isEmpty())
          .ifPresent(row -> open.put(id, List.copyOf(row.states.values())));
    }
    return open;
  }

  @Override
  public synchronized Saving save(
      @Nullable Instant before, Instant until, List<StateChange> changes) {
    if (evaluatedUntil != null && !evaluatedUntil.equals(before)) {
      return new Overtaken(evaluatedUntil);
    }
    evaluatedUntil = until;
    for (StateChange change : changes) {
      Row row = row(change.series()).orElseThrow();
      change.fold(
          opened -> row.states.put(opened.state().kind(), opened.state()),
          renewed -> row.states.put(renewed.state().kind(), renewed.state()),
          closed -> row.states.remove(closed.state().kind()));
      SeriesEvent.of(change).ifPresent(row.events::add);
    }
    return new Saved();
  }

  @Override
  public synchronized Replacement replace(
      long series, Handling next, SeriesEvent event, AuditEntry entry) {
    Optional<Row> row = row(series);
    if (row.isEmpty()) {
      return new Gone();
    }
    if (row.get().handling.version() + 1 != next.version()) {
      return new Conflict(row.get().handling);
    }
    row.get().handling = next;
    row.get().events.add(event);
    audit.add(entry);
    return new Replaced();
  }

  @Override
  public synchronized int rollUp(Instant now) {
    int completed = 0;
    for (Row row : rows.values()) {
      Set<Instant> due = new TreeSet<>();
      for (Instant hour : row.changedHours) {
        due.add(hour);
        due.add(hour.plus(HOUR));
      }
      due.removeIf(hour -> hour.plus(HOUR).isAfter(now));
      for (Instant start : due) {
        RollingMaxima maxima =
            RollingMaxima.of(start, row.minutes.tailMap(start.minus(HOUR)).values());
        HourBucket old = hour(row, start);
        if (row.hours.containsKey(start) || maxima.max60() > 0) {
          row.hours.put(
              start,
              new HourBucket(
                  row.id, start, old.count(), old.late(), maxima.max60(), maxima.max5()));
        }
        completed++;
      }
      // The hour after a changed one needs the change until it is over itself.
      row.changedHours.removeIf(hour -> due.contains(hour.plus(HOUR)));
    }
    return completed;
  }

  @Override
  public synchronized int expire(Instant now, int most) {
    int removed = 0;
    Instant minutesFrom = now.minus(MINUTES_KEPT);
    Instant hoursFrom = now.minus(HOURS_KEPT);
    for (Row row : rows.values()) {
      removed += remove(row.minutes.headMap(minutesFrom), most - removed);
      removed += remove(row.hours.headMap(hoursFrom), most - removed);
    }
    List<OnceKey> old =
        known.entrySet().stream()
            .filter(key -> !now.isBefore(key.getValue().plus(key.getKey().kind().life())))
            .map(Map.Entry::getKey)
            .limit(most - removed)
            .toList();
    old.forEach(known::remove);
    return removed + old.size();
  }

  private static int remove(Map<Instant, ?> old, int most) {
    List<Instant> keys = old.keySet().stream().limit(most).toList();
    keys.forEach(old::remove);
    return keys.size();
  }

  private List<Series> series(Predicate<Row> which) {
    return rows.values().stream().filter(which).map(Row::series).toList();
  }

  private Optional<Row> row(long id) {
    return Optional.ofNullable(rows.get(id));
  }

  private static <V> List<V> between(NavigableMap<Instant, V> map, Interval window) {
    return List.copyOf(map.subMap(window.from(), window.until()).values());
  }
}
