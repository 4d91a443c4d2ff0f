package dev.amserr.app.store;

import dev.amserr.recurrence.BucketReader;
import dev.amserr.recurrence.DayBucket;
import dev.amserr.recurrence.HourBucket;
import dev.amserr.recurrence.MinuteBucket;
import dev.amserr.recurrence.RecentCount;
import dev.amserr.time.Interval;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads the tables of buckets. */
final class SqlBuckets implements BucketReader {

  private static final int CHUNK = 500;

  private final Database database;

  SqlBuckets(Database database) {
    this.database = database;
  }

  @Override
  public List<RecentCount> recent(Instant end) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT c.series, c.c60, c.c5,
                           COALESCE(p.p60, 0) AS p60, COALESCE(p.p5, 0) AS p5
                    FROM (SELECT series, SUM(occurrences) AS c60,
                                 SUM(CASE WHEN start_at >= :five THEN occurrences ELSE 0 END) AS c5
                          FROM series_minute
                          WHERE start_at >= :hour AND start_at < :end
                          GROUP BY series) c
                    JOIN series s ON s.id = c.series
                    LEFT JOIN (SELECT source, SUM(plays) AS p60,
                                      SUM(CASE WHEN start_at >= :five THEN plays ELSE 0 END) AS p5
                               FROM plays_minute
                               WHERE start_at >= :hour AND start_at < :end
                               GROUP BY source) p ON p.source = s.source
                    ORDER BY c.series
                    """)
                .bind("hour", end.minus(60, ChronoUnit.MINUTES).toEpochMilli())
                .bind("five", end.minus(5, ChronoUnit.MINUTES).toEpochMilli())
                .bind("end", end.toEpochMilli())
                .map(
                    (row, context) ->
                        new RecentCount(
                            row.getLong("series"),
                            row.getLong("c60"),
                            row.getLong("c5"),
                            row.getLong("p60"),
                            row.getLong("p5")))
                .list());
  }

  @Override
  public List<MinuteBucket> minutes(long series, Interval window) {
    return database.read(handle -> minutes(handle, series, window));
  }

  static List<MinuteBucket> minutes(Handle handle, long series, Interval window) {
    return handle
        .createQuery(
            """
            SELECT start_at, occurrences, late FROM series_minute
            WHERE series = :series AND start_at >= :from AND start_at < :until
            ORDER BY start_at
            """)
        .bind("series", series)
        .bind("from", Millis.ceiling(window.from()))
        .bind("until", Millis.ceiling(window.until()))
        .map(
            (row, context) ->
                new MinuteBucket(
                    series,
                    Millis.instant(row, "start_at"),
                    row.getLong("occurrences"),
                    row.getLong("late")))
        .list();
  }

  @Override
  public List<HourBucket> hours(Collection<Long> series, Interval window) {
    List<Long> ids = new ArrayList<>(new TreeSet<>(series));
    return database.read(
        handle -> {
          List<HourBucket> hours = new ArrayList<>();
          for (int from = 0; from < ids.size(); from += CHUNK) {
            hours.addAll(
                handle
                    .createQuery(
                        """
                        SELECT series, start_at, occurrences, late, max60, max5
                        FROM series_hour
                        WHERE series IN (<ids>) AND start_at >= :from AND start_at < :until
                        ORDER BY series, start_at
                        """)
                    .bindList("ids", ids.subList(from, Math.min(from + CHUNK, ids.size())))
                    .bind("from", Millis.ceiling(window.from()))
                    .bind("until", Millis.ceiling(window.until()))
                    .map((row, context) -> hour(row))
                    .list());
          }
          return hours;
        });
  }

  private static HourBucket hour(ResultSet row) throws SQLException {
    return new HourBucket(
        row.getLong("series"),
        Millis.instant(row, "start_at"),
        row.getLong("occurrences"),
        row.getLong("late"),
        row.getLong("max60"),
        row.getLong("max5"));
  }

  @Override
  public Map<String, Map<Instant, Long>> plays(Collection<String> sources, Interval window) {
    Set<String> wanted = sources.stream().map(StorableText::of).collect(Collectors.toSet());
    if (wanted.isEmpty()) {
      return Map.of();
    }
    return database.read(
        handle -> {
          Map<String, Map<Instant, Long>> plays = new HashMap<>();
          handle
              .createQuery(
                  """
                  SELECT source, start_at, plays FROM plays_hour
                  WHERE source IN (<sources>) AND start_at >= :from AND start_at < :until
                  """)
              .bindList("sources", List.copyOf(wanted))
              .bind("from", Millis.ceiling(window.from()))
              .bind("until", Millis.ceiling(window.until()))
              .map(
                  (row, context) ->
                      plays
                          .computeIfAbsent(row.getString("source"), source -> new HashMap<>())
                          .put(Millis.instant(row, "start_at"), row.getLong("plays")))
              .list();
          return plays;
        });
  }

  @Override
  public List<DayBucket> days(long series, LocalDate from, LocalDate until) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT day, occurrences FROM series_day
                    WHERE series = :series AND day >= :from AND day < :until
                    ORDER BY day
                    """)
                .bind("series", series)
                .bind("from", from.toEpochDay())
                .bind("until", until.toEpochDay())
                .map(
                    (row, context) ->
                        new DayBucket(
                            series,
                            LocalDate.ofEpochDay(row.getLong("day")),
                            row.getLong("occurrences")))
                .list());
  }

  @Override
  public Map<Long, Long> dayTotals(LocalDate from, LocalDate until) {
    return database.read(
        handle -> {
          Map<Long, Long> totals = new LinkedHashMap<>();
          handle
              .createQuery(
                  """
                  SELECT series, SUM(occurrences) AS total FROM series_day
                  WHERE day >= :from AND day < :until
                  GROUP BY series ORDER BY series
                  """)
              .bind("from", from.toEpochDay())
              .bind("until", until.toEpochDay())
              .map((row, context) -> Map.entry(row.getLong("series"), row.getLong("total")))
              .forEach(total -> totals.put(total.getKey(), total.getValue()));
          return totals;
        });
  }
}
