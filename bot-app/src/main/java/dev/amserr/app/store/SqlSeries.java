package dev.amserr.app.store;

import dev.amserr.recurrence.Sample;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesEvent;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.SeriesQueries;
import dev.amserr.recurrence.Sheds;
import dev.amserr.recurrence.SourceActivity;
import dev.amserr.recurrence.Top;
import dev.amserr.recurrence.TopQuery;
import dev.amserr.time.Interval;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Answers questions about series from the tables. */
final class SqlSeries implements SeriesQueries {

  private static final int CHUNK = 500;
  private static final int MOST_EVENTS = 1_000;

  private final Database database;
  private final ZoneId zone;

  SqlSeries(Database database, ZoneId zone) {
    this.database = database;
    this.zone = zone;
  }

  @Override
  public Optional<Series> find(SeriesKey key) {
    return list(
            "WHERE s.system = :system AND s.code = :code AND s.source = :source",
            Map.of("system", key.system(), "code", key.code(), "source", key.source()))
        .stream()
        .findFirst();
  }

  @Override
  public List<Series> find(String system, String code) {
    return list(
        "WHERE s.system = :system AND s.code = :code ORDER BY s.last_seen DESC, s.id",
        Map.of("system", system, "code", code));
  }

  private List<Series> list(String which, Map<String, String> texts) {
    return database.read(
        handle -> {
          Query query = select(handle, which);
          texts.forEach((name, text) -> query.bind(name, StorableText.of(text)));
          return query.map((row, context) -> SeriesRows.series(row)).list();
        });
  }

  private static Query select(Handle handle, String which) {
    return handle.createQuery("SELECT " + SeriesRows.COLUMNS + " FROM series s " + which);
  }

  @Override
  public List<Series> series(Collection<Long> ids) {
    List<Long> sorted = new ArrayList<>(new TreeSet<>(ids));
    return database.read(
        handle -> {
          List<Series> series = new ArrayList<>();
          for (int from = 0; from < sorted.size(); from += CHUNK) {
            series.addAll(
                select(handle, "WHERE s.id IN (<ids>) ORDER BY s.id")
                    .bindList("ids", sorted.subList(from, Math.min(from + CHUNK, sorted.size())))
                    .map((row, context) -> SeriesRows.series(row))
                    .list());
          }
          return series;
        });
  }

  @Override
  public List<Series> seenSince(Instant time) {
    return database.read(
        handle ->
            select(handle, "WHERE s.last_seen >= :time ORDER BY s.id")
                .bind("time", Millis.ceiling(time))
                .map((row, context) -> SeriesRows.series(row))
                .list());
  }

  private record Counted(Top.Line line, long lines, long total, long totalBefore) {}

  @Override
  public Top top(TopQuery asked) {
    List<Counted> counted = database.read(handle -> count(handle, asked));
    if (counted.isEmpty()) {
      return new Top(List.of(), 0, 0, 0);
    }
    List<Top.Line> lines =
        counted.stream().map(Counted::line).filter(line -> line.count() > 0).toList();
    Counted first = counted.get(0);
    return new Top(lines, (int) (first.lines() - lines.size()), first.total(), first.totalBefore());
  }

  private List<Counted> count(Handle handle, TopQuery asked) {
    Query query =
        handle.createQuery(
            "SELECT "
                + SeriesRows.COLUMNS
                + """
                  , t.n, t.b,
                    SUM(CASE WHEN t.n > 0 THEN 1 ELSE 0 END) OVER () AS lines,
                    SUM(t.n) OVER () AS total, SUM(t.b) OVER () AS total_before
                  FROM (SELECT series, SUM(n) AS n, SUM(b) AS b
                        FROM (SELECT series, n, 0 AS b FROM (%s) now
                              UNION ALL SELECT series, 0 AS n, n AS b FROM (%s) before) both_windows
                        GROUP BY series) t
                  JOIN series s ON s.id = t.series
                  WHERE (:anySource = 1 OR s.source = :source)
                    AND (:anySystem = 1 OR s.system = :system)
                  ORDER BY t.n DESC, s.id
                  LIMIT :limit
                  """
                    .formatted(
                        WindowSql.occurrences(handle, asked.window(), zone),
                        WindowSql.occurrences(handle, asked.before(), zone)));
    String source = asked.source();
    String system = asked.system();
    return query
        .bind("anySource", source == null ? 1 : 0)
        .bind("source", source == null ? "" : StorableText.of(source))
        .bind("anySystem", system == null ? 1 : 0)
        .bind("system", system == null ? "" : StorableText.of(system))
        .bind("limit", asked.limit())
        .map(
            (row, context) ->
                new Counted(
                    new Top.Line(SeriesRows.series(row), row.getLong("n"), row.getLong("b")),
                    row.getLong("lines"),
                    row.getLong("total"),
                    row.getLong("total_before")))
        .list();
  }

  @Override
  public Map<Long, Long> counts(Collection<Long> ids, Interval window) {
    List<Long> sorted = new ArrayList<>(new TreeSet<>(ids));
    return database.read(
        handle -> {
          Map<Long, Long> counts = new HashMap<>();
          for (int from = 0; from < sorted.size(); from += CHUNK) {
            handle
                .createQuery(
                    "SELECT series, SUM(n) AS n FROM (%s) w WHERE series IN (<ids>) GROUP BY series"
                        .formatted(WindowSql.occurrences(handle, window, zone)))
                .bindList("ids", sorted.subList(from, Math.min(from + CHUNK, sorted.size())))
                .map((row, context) -> Map.entry(row.getLong("series"), row.getLong("n")))
                .stream()
                .filter(counted -> counted.getValue() > 0)
                .forEach(counted -> counts.put(counted.getKey(), counted.getValue()));
          }
          return counts;
        });
  }

  @Override
  public List<Sample> samples(long series) {
    return database.read(handle -> SampleRows.of(handle, series));
  }

  @Override
  public List<SeriesEvent> events(long series, int limit) {
    if (limit < 1 || limit > MOST_EVENTS) {
      throw new IllegalArgumentException("a limit is 1 to 1000, not " + limit);
    }
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT series, happened_at, kind, state, observed, threshold, baseline,
                           z, done_by, done_by_name, mute_until, mute_above, note
                    FROM series_event WHERE series = :series
                    ORDER BY happened_at DESC, id DESC LIMIT :limit
                    """)
                .bind("series", series)
                .bind("limit", limit)
                .map((row, context) -> SeriesRows.event(row))
                .list());
  }

  @Override
  public List<SourceActivity> sources(Interval window) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT t.source, t.series, t.n, t.plays, l.last_seen
                    FROM (SELECT a.source, SUM(a.series) AS series, SUM(a.n) AS n,
                                 SUM(a.plays) AS plays
                          FROM (SELECT s.source, 1 AS series, c.n, 0 AS plays
                                FROM (SELECT series, SUM(n) AS n FROM (%s) w GROUP BY series) c
                                JOIN series s ON s.id = c.series
                                WHERE c.n > 0
                                UNION ALL
                                SELECT source, 0 AS series, 0 AS n, n AS plays FROM (%s) p) a
                          GROUP BY a.source) t
                    LEFT JOIN (SELECT source, MAX(last_seen) AS last_seen FROM series
                               GROUP BY source) l ON l.source = t.source
                    WHERE t.n > 0 OR t.plays > 0
                    ORDER BY t.source
                    """
                        .formatted(
                            WindowSql.occurrences(handle, window, zone),
                            WindowSql.plays(handle, window)))
                .map(
                    (row, context) ->
                        new SourceActivity(
                            row.getString("source"),
                            row.getInt("series"),
                            row.getLong("n"),
                            row.getLong("plays"),
                            Millis.instantOrNull(row, "last_seen")))
                .list());
  }

  @Override
  public Sheds sheds(Interval window) {
    return database.read(handle -> ShedRows.in(handle, window));
  }
}
