package dev.amserr.app.store;

import dev.amserr.recurrence.MinuteBucket;
import dev.amserr.recurrence.RollingMaxima;
import dev.amserr.time.Interval;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Completes the hours that are over.
 *
 * <p>Minutes are read as one state of the store and written later, so that nobody who counts waits.
 * An hour is written only if its count is still the one that was read; otherwise it goes on owing
 * its roll-up, and is done next time.
 */
final class HourRollUp {

  /** How many hours are looked at together. */
  private static final int CHUNK = 500;

  private static final Duration HOUR = Duration.ofHours(1);

  private static final Comparator<Hour> ORDER =
      Comparator.comparing(Hour::series).thenComparing(Hour::start);

  private final Database database;

  HourRollUp(Database database) {
    this.database = database;
  }

  private record Hour(long series, Instant start) {
    Hour next() {
      return new Hour(series, start.plus(HOUR));
    }

    boolean isOver(Instant now) {
      return !start.plus(HOUR).isAfter(now);
    }
  }

  private record Known(long count, int owed) {}

  private record Completed(RollingMaxima maxima, Known was, int owes) {}

  /** See {@link dev.amserr.recurrence.StoreUpkeep#rollUp}. */
  int rollUp(Instant now) {
    int all = 0;
    int completed = CHUNK;
    while (completed >= CHUNK) {
      SortedMap<Hour, Completed> hours = database.read(handle -> complete(handle, now));
      completed = hours.isEmpty() ? 0 : write(hours);
      all += completed;
    }
    return all;
  }

  private static SortedMap<Hour, Completed> complete(Handle handle, Instant now) {
    SortedMap<Hour, Known> owing = owing(handle, now);
    SortedMap<Hour, Completed> completed = new TreeMap<>(ORDER);
    if (owing.isEmpty()) {
      return completed;
    }
    Map<Hour, List<MinuteBucket>> minutes = minutes(handle, owing);
    for (Map.Entry<Hour, Known> owed : owing.entrySet()) {
      Hour hour = owed.getKey();
      Hour next = hour.next();
      completed.put(
          hour, new Completed(maxima(hour, minutes), owed.getValue(), next.isOver(now) ? 0 : 1));
      if (next.isOver(now) && !owing.containsKey(next)) {
        RollingMaxima maxima = maxima(next, minutes);
        Known was = known(handle, next);
        if (maxima.max60() > 0 || was.count() > 0) {
          completed.put(next, new Completed(maxima, was, was.owed()));
        }
      }
    }
    return completed;
  }

  private static SortedMap<Hour, Known> owing(Handle handle, Instant now) {
    SortedMap<Hour, Known> owing = new TreeMap<>(ORDER);
    handle
        .createQuery(
            """
            SELECT series, start_at, occurrences, owed FROM series_hour
            WHERE owed > 0
              AND ((owed = 2 AND start_at <= :own) OR (owed = 1 AND start_at <= :next))
            ORDER BY start_at LIMIT :chunk
            """)
        .bind("own", now.minus(HOUR).toEpochMilli())
        .bind("next", now.minus(HOUR).minus(HOUR).toEpochMilli())
        .bind("chunk", CHUNK)
        .map(
            (row, context) ->
                Map.entry(
                    new Hour(row.getLong("series"), Millis.instant(row, "start_at")),
                    new Known(row.getLong("occurrences"), row.getInt("owed"))))
        .forEach(hour -> owing.put(hour.getKey(), hour.getValue()));
    return owing;
  }

  private static Known known(Handle handle, Hour hour) {
    return handle
        .createQuery(
            """
            SELECT occurrences, owed FROM series_hour
            WHERE series = :series AND start_at = :start
            """)
        .bind("series", hour.series())
        .bind("start", hour.start().toEpochMilli())
        .map((row, context) -> new Known(row.getLong("occurrences"), row.getInt("owed")))
        .findOne()
        .orElse(new Known(0, 0));
  }

  /** The minutes that the maxima of some hours, and of the hours after them, are made of. */
  private static Map<Hour, List<MinuteBucket>> minutes(Handle handle, SortedMap<Hour, Known> of) {
    Map<Hour, List<MinuteBucket>> minutes = new HashMap<>();
    for (Hour hour : of.keySet()) {
      for (int shift = -1; shift <= 1; shift++) {
        Hour beside = new Hour(hour.series(), hour.start().plus(HOUR.multipliedBy(shift)));
        minutes.computeIfAbsent(beside, wanted -> minutes(handle, wanted));
      }
    }
    return minutes;
  }

  private static List<MinuteBucket> minutes(Handle handle, Hour hour) {
    return SqlBuckets.minutes(
        handle, hour.series(), new Interval(hour.start(), hour.start().plus(HOUR)));
  }

  private static RollingMaxima maxima(Hour hour, Map<Hour, List<MinuteBucket>> minutes) {
    List<MinuteBucket> both = new ArrayList<>();
    both.addAll(minutes.getOrDefault(new Hour(hour.series(), hour.start().minus(HOUR)), List.of()));
    both.addAll(minutes.getOrDefault(hour, List.of()));
    return RollingMaxima.of(hour.start(), both);
  }

  /** Returns how many were still as they were read. */
  private int write(SortedMap<Hour, Completed> hours) {
    return database.transaction(
        handle -> {
          try (PreparedStatement upsert =
              handle
                  .getConnection()
                  .prepareStatement(
                      """
                      INSERT INTO series_hour (start_at, series, occurrences, late, max60, max5,
                                               owed)
                      VALUES (?, ?, 0, 0, ?, ?, ?)
                      ON CONFLICT (start_at, series) DO UPDATE SET
                        max60 = EXCLUDED.max60, max5 = EXCLUDED.max5, owed = EXCLUDED.owed
                      WHERE series_hour.occurrences = ?
                      """)) {
            for (Map.Entry<Hour, Completed> hour : hours.entrySet()) {
              Completed completed = hour.getValue();
              upsert.setLong(1, hour.getKey().start().toEpochMilli());
              upsert.setLong(2, hour.getKey().series());
              upsert.setLong(3, completed.maxima().max60());
              upsert.setLong(4, completed.maxima().max5());
              upsert.setInt(5, completed.owes());
              upsert.setLong(6, completed.was().count());
              upsert.addBatch();
            }
            int written = 0;
            for (int changed : upsert.executeBatch()) {
              written += changed;
            }
            return written;
          }
        });
  }
}
