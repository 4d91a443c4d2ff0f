package dev.amserr.app.store;

import dev.amserr.recurrence.Batch;
import dev.amserr.recurrence.OnceKey;
import dev.amserr.recurrence.PlayCount;
import dev.amserr.recurrence.Receipt;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.Sheds;
import dev.amserr.recurrence.Tally;
import dev.amserr.time.Interval;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Counts batches within one transaction. Everybody writes keys, then series, then minutes, hours,
 * days, plays, each sorted: so two who write at once wait for each other, and never in a circle.
 */
final class CountingTransaction {

  private final Connection connection;
  private final SeriesIds ids;
  private final ZoneId zone;
  private final RandomGenerator random;
  private final Instant now;
  private final OnceKeys keys;
  private final MergedTallies fresh = new MergedTallies();
  private final SortedMap<SeriesKey, Instant> repeated = new TreeMap<>();
  private final List<PlayCount> plays = new ArrayList<>();

  CountingTransaction(
      Connection connection, SeriesIds ids, ZoneId zone, RandomGenerator random, Instant now) {
    this.connection = connection;
    this.ids = ids;
    this.zone = zone;
    this.random = random;
    this.now = now;
    this.keys = new OnceKeys(connection, now);
  }

  /**
   * What was done.
   *
   * @param series to be remembered once it is committed
   */
  record Counted(List<Receipt> receipts, SeriesIds.Found series) {}

  Counted count(List<Batch> batches, Sheds shed) throws SQLException {
    List<Receipt> receipts = sort(batches);
    List<Tally> tallies = fresh.tallies();
    SeriesIds.Found series = ids.findOrBegin(connection, first(tallies));
    new CountWriter(connection, zone, random).write(tallies, fresh.samples(), repeats(), series);
    new PlayRows(connection).add(plays);
    Sheds all = shed;
    for (Tally tally : tallies) {
      if (series.overflows(tally.series())) {
        all = all.plus(new Sheds(0, 0, tally.count()));
      }
    }
    if (!all.isNone()) {
      ShedRows.add(connection, now, all);
    }
    return new Counted(receipts, series);
  }

  /** Tells what is new from what was counted before. */
  private List<Receipt> sort(List<Batch> batches) throws SQLException {
    List<OnceKey> batchKeys = new ArrayList<>();
    batches.forEach(batch -> addIfPresent(batchKeys, batch.key()));
    Set<OnceKey> freshBatches = keys.take(batchKeys);
    List<OnceKey> tallyKeys = new ArrayList<>();
    List<@Nullable Batch> inOrder = new ArrayList<>();
    for (Batch batch : batches) {
      boolean counts = batch.key() == null || freshBatches.remove(batch.key());
      inOrder.add(counts ? batch : null);
      if (counts) {
        batch.tallies().forEach(tally -> addIfPresent(tallyKeys, tally.once()));
      }
    }
    Set<OnceKey> freshTallies = keys.take(tallyKeys);
    Set<OnceKey> known = new HashSet<>(tallyKeys);
    known.removeAll(freshTallies);
    keys.renew(known);
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      Batch batch = inOrder.get(i);
      receipts.add(
          batch == null ? new Receipt(0, batches.get(i).items(), 0) : count(batch, freshTallies));
    }
    return receipts;
  }

  private Receipt count(Batch batch, Set<OnceKey> freshTallies) {
    int duplicate = 0;
    int late = 0;
    for (Tally tally : batch.tallies()) {
      OnceKey once = tally.once();
      if (once == null || freshTallies.remove(once)) {
        fresh.add(tally);
        late += tally.late() ? tally.items() : 0;
      } else {
        duplicate += tally.items();
        if (once.kind().renewed()) {
          repeated.merge(tally.series(), tally.last(), Interval::later);
        }
      }
    }
    plays.addAll(batch.plays());
    return new Receipt(batch.items() - duplicate, duplicate, late);
  }

  private static void addIfPresent(List<OnceKey> keys, @Nullable OnceKey key) {
    if (key != null) {
      keys.add(key);
    }
  }

  private static SortedMap<SeriesKey, Tally> first(List<Tally> tallies) {
    SortedMap<SeriesKey, Tally> first = new TreeMap<>();
    tallies.forEach(tally -> first.putIfAbsent(tally.series(), tally));
    return first;
  }

  /** When series were seen again by repetitions, by id; the overflow's where they are unknown. */
  private Map<Long, Instant> repeats() throws SQLException {
    Map<Long, Instant> seen = new HashMap<>();
    if (repeated.isEmpty()) {
      return seen;
    }
    Map<SeriesKey, Long> known = ids.find(connection, repeated.keySet());
    if (!known.keySet().containsAll(repeated.keySet())) {
      known.putAll(ids.find(connection, Set.of(SeriesKey.OVERFLOW)));
    }
    repeated.forEach(
        (key, last) -> {
          Long id = known.getOrDefault(key, known.get(SeriesKey.OVERFLOW));
          if (id != null) {
            seen.merge(id, last, Interval::later);
          }
        });
    return seen;
  }
}
