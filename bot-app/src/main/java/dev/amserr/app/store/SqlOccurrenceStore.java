package dev.amserr.app.store;

import dev.amserr.recurrence.Batch;
import dev.amserr.recurrence.DayBucket;
import dev.amserr.recurrence.Handling;
import dev.amserr.recurrence.HourBucket;
import dev.amserr.recurrence.MinuteBucket;
import dev.amserr.recurrence.OccurrenceStore;
import dev.amserr.recurrence.Receipt;
import dev.amserr.recurrence.RecentCount;
import dev.amserr.recurrence.Sample;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesEvent;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.SeriesState;
import dev.amserr.recurrence.Sheds;
import dev.amserr.recurrence.SourceActivity;
import dev.amserr.recurrence.StateChange;
import dev.amserr.recurrence.Top;
import dev.amserr.recurrence.TopQuery;
import dev.amserr.storage.AuditEntry;
import dev.amserr.time.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Occurrences in the tables of {@code V3__recurring_errors.sql}. */
public final class SqlOccurrenceStore implements OccurrenceStore {

  private final Database database;
  private final ZoneId zone;
  private final RandomGenerator random;
  private final SeriesIds ids;
  private final SqlBuckets buckets;
  private final SqlSeries series;
  private final SqlSeriesStates states;
  private final HourRollUp hourRollUp;
  private final Expiry expiry;

  /**
   * @param zone whose days are counted; another one than before begins new days beside the old
   * @param random chooses samples; thread-safe
   */
  public SqlOccurrenceStore(
      Database database, SqlAuditLog audit, ZoneId zone, RandomGenerator random) {
    this(database, audit, zone, random, MOST_SERIES);
  }

  SqlOccurrenceStore(
      Database database, SqlAuditLog audit, ZoneId zone, RandomGenerator random, int mostSeries) {
    this.database = database;
    this.zone = zone;
    this.random = random;
    this.ids = new SeriesIds(mostSeries);
    this.buckets = new SqlBuckets(database);
    this.series = new SqlSeries(database, zone);
    this.states = new SqlSeriesStates(database, audit);
    this.hourRollUp = new HourRollUp(database);
    this.expiry = new Expiry(database);
  }

  @Override
  public List<Receipt> commit(List<Batch> batches, Sheds shed, Instant now) {
    if (batches.isEmpty() && shed.isNone()) {
      return List.of();
    }
    CountingTransaction.Counted counted =
        database.transaction(
            handle ->
                new CountingTransaction(handle.getConnection(), ids, zone, random, now)
                    .count(batches, shed));
    ids.remember(counted.series());
    return counted.receipts();
  }

  @Override
  public List<RecentCount> recent(Instant end) {
    return buckets.recent(end);
  }

  @Override
  public List<MinuteBucket> minutes(long id, Interval window) {
    return buckets.minutes(id, window);
  }

  @Override
  public List<HourBucket> hours(Collection<Long> ids, Interval window) {
    return buckets.hours(ids, window);
  }

  @Override
  public Map<String, Map<Instant, Long>> plays(Collection<String> sources, Interval window) {
    return buckets.plays(sources, window);
  }

  @Override
  public List<DayBucket> days(long id, LocalDate from, LocalDate until) {
    return buckets.days(id, from, until);
  }

  @Override
  public Map<Long, Long> dayTotals(LocalDate from, LocalDate until) {
    return buckets.dayTotals(from, until);
  }

  @Override
  public Optional<Series> find(SeriesKey key) {
    return series.find(key);
  }

  @Override
  public List<Series> find(String system, String code) {
    return series.find(system, code);
  }

  @Override
  public List<Series> series(Collection<Long> ids) {
    return series.series(ids);
  }

  @Override
  public List<Series> seenSince(Instant time) {
    return series.seenSince(time);
  }

  @Override
  public Top top(TopQuery query) {
    return series.top(query);
  }

  @Override
  public Map<Long, Long> counts(Collection<Long> ids, Interval window) {
    return series.counts(ids, window);
  }

  @Override
  public List<Sample> samples(long id) {
    return series.samples(id);
  }

  @Override
  public List<SeriesEvent> events(long id, int limit) {
    return series.events(id, limit);
  }

  @Override
  public List<SourceActivity> sources(Interval window) {
    return series.sources(window);
  }

  @Override
  public Sheds sheds(Interval window) {
    return series.sheds(window);
  }

  @Override
  public Optional<Instant> evaluatedUntil() {
    return states.evaluatedUntil();
  }

  @Override
  public Map<Long, List<SeriesState>> openStates() {
    return states.openStates();
  }

  @Override
  public Map<Long, List<SeriesState>> openStates(Collection<Long> ids) {
    return states.openStates(ids);
  }

  @Override
  public Saving save(@Nullable Instant before, Instant until, List<StateChange> changes) {
    return states.save(before, until, changes);
  }

  @Override
  public Replacement replace(long id, Handling next, SeriesEvent event, AuditEntry audit) {
    return states.replace(id, next, event, audit);
  }

  @Override
  public List<Series> resolved() {
    return states.resolved();
  }

  @Override
  public int rollUp(Instant now) {
    return hourRollUp.rollUp(now);
  }

  @Override
  public int expire(Instant now, int most) {
    return expiry.expire(now, most);
  }
}
