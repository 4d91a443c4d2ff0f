package dev.amserr.app.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the ids of series and begins series, up to a bound. An id never changes and a series is
 * never removed, so what was committed once is remembered. Thread-safe.
 */
final class SeriesIds {

  /** In characters of keys. */
  private static final long MOST_REMEMBERED = 8_000_000;

  private static final int CHUNK = 200;

  private final int mostSeries;
  private final Cache<SeriesKey, Long> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_REMEMBERED)
          .<SeriesKey, Long>weigher(
              (key, id) -> 50 + key.system().length() + key.code().length() + key.source().length())
          .build();
  private volatile boolean full;

  /**
   * @param mostSeries from which on new ones are counted in {@link SeriesKey#OVERFLOW}
   */
  SeriesIds(int mostSeries) {
    this.mostSeries = mostSeries;
  }

  /**
   * Where series are counted.
   *
   * @param byKey that of the overflow for what had no room
   */
  record Found(Map<SeriesKey, Long> byKey) {

    long id(SeriesKey key) {
      Long id = byKey.get(key);
      if (id == null) {
        throw new IllegalStateException("Nobody asked for " + key);
      }
      return id;
    }

    boolean overflows(SeriesKey key) {
      return !key.equals(SeriesKey.OVERFLOW)
          && byKey.containsKey(SeriesKey.OVERFLOW)
          && id(key) == id(SeriesKey.OVERFLOW);
    }
  }

  /** Finds series, and begins those that there is room for. */
  Found findOrBegin(Connection connection, SortedMap<SeriesKey, Tally> wanted) throws SQLException {
    Map<SeriesKey, Long> found = find(connection, wanted.keySet());
    SortedMap<SeriesKey, Tally> missing = new TreeMap<>(wanted);
    missing.keySet().removeAll(found.keySet());
    if (!missing.isEmpty()) {
      List<Map.Entry<SeriesKey, Tally>> inOrder = List.copyOf(missing.entrySet());
      int room = (int) Math.min(inOrder.size(), room(connection));
      List<Map.Entry<SeriesKey, Tally>> begun = inOrder.subList(0, room);
      begin(connection, begun);
      found.putAll(find(connection, begun.stream().map(Map.Entry::getKey).toList()));
      if (room < inOrder.size()) {
        long overflow = overflow(connection, inOrder.get(room).getValue(), found);
        inOrder.subList(room, inOrder.size()).forEach(one -> found.put(one.getKey(), overflow));
      }
    }
    return new Found(found);
  }

  /** Those of the series that exist. */
  Map<SeriesKey, Long> find(Connection connection, Collection<SeriesKey> keys) throws SQLException {
    Map<SeriesKey, Long> found = new HashMap<>();
    List<SeriesKey> unknown = new ArrayList<>();
    boolean anyRemembered = false;
    for (SeriesKey key : keys) {
      Long id = remembered.getIfPresent(key);
      if (id == null) {
        unknown.add(key);
      } else {
        found.put(key, id);
        anyRemembered = true;
      }
    }
    Long overflow = anyRemembered ? remembered.getIfPresent(SeriesKey.OVERFLOW) : null;
    if (overflow != null && found.containsValue(overflow)) {
      found.put(SeriesKey.OVERFLOW, overflow);
    }
    for (int from = 0; from < unknown.size(); from += CHUNK) {
      found.putAll(read(connection, unknown.subList(from, Math.min(from + CHUNK, unknown.size()))));
    }
    return found;
  }

  /** Keeps in mind what is committed now. */
  void remember(Found found) {
    remembered.putAll(found.byKey());
  }

  private long room(Connection connection) throws SQLException {
    if (full) {
      return 0;
    }
    try (PreparedStatement query =
        connection.prepareStatement("SELECT count(*) FROM series WHERE system <> ?")) {
      query.setString(1, SeriesKey.OVERFLOW.system());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        long room = Math.max(0, mostSeries - row.getLong(1));
        full = room == 0;
        return room;
      }
    }
  }

  private long overflow(Connection connection, Tally first, Map<SeriesKey, Long> found)
      throws SQLException {
    if (!found.containsKey(SeriesKey.OVERFLOW)) {
      found.putAll(find(connection, List.of(SeriesKey.OVERFLOW)));
    }
    if (!found.containsKey(SeriesKey.OVERFLOW)) {
      begin(connection, List.of(Map.entry(SeriesKey.OVERFLOW, first)));
      found.putAll(find(connection, List.of(SeriesKey.OVERFLOW)));
    }
    return new Found(found).id(SeriesKey.OVERFLOW);
  }

  private static void begin(Connection connection, List<Map.Entry<SeriesKey, Tally>> series)
      throws SQLException {
    if (series.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO series (system, code, source, name, first_seen, last_seen, samples_offered,
                                version, status, handled_by, handled_by_name)
            VALUES (?, ?, ?, ?, ?, ?, 0, 0, 'OPEN', '', '')
            ON CONFLICT (system, code, source) DO NOTHING
            """)) {
      for (Map.Entry<SeriesKey, Tally> begun : series) {
        SeriesKey key = storable(begun.getKey());
        Tally tally = begun.getValue();
        insert.setString(1, key.system());
        insert.setString(2, key.code());
        insert.setString(3, key.source());
        insert.setString(4, key.equals(SeriesKey.OVERFLOW) ? "" : StorableText.of(tally.name()));
        insert.setLong(5, tally.first().toEpochMilli());
        insert.setLong(6, tally.last().toEpochMilli());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static Map<SeriesKey, Long> read(Connection connection, List<SeriesKey> keys)
      throws SQLException {
    String tuples = String.join(", ", Collections.nCopies(keys.size(), "(?, ?, ?)"));
    try (PreparedStatement query =
        connection.prepareStatement(
            "WITH wanted (system, code, source) AS (VALUES "
                + tuples
                + """
                  )
                  SELECT s.id, s.system, s.code, s.source FROM wanted w
                  JOIN series s
                    ON s.system = w.system AND s.code = w.code AND s.source = w.source
                  """)) {
      int parameter = 1;
      for (SeriesKey key : keys) {
        SeriesKey storable = storable(key);
        query.setString(parameter++, storable.system());
        query.setString(parameter++, storable.code());
        query.setString(parameter++, storable.source());
      }
      Map<SeriesKey, Long> stored = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          SeriesKey key = new SeriesKey(row.getString(2), row.getString(3), row.getString(4));
          stored.put(key, row.getLong(1));
        }
      }
      Map<SeriesKey, Long> found = new HashMap<>();
      for (SeriesKey key : keys) {
        Long id = stored.get(storable(key));
        if (id != null) {
          found.put(key, id);
        }
      }
      return found;
    }
  }

  private static SeriesKey storable(SeriesKey key) {
    return new SeriesKey(
        StorableText.of(key.system()), StorableText.of(key.code()), StorableText.of(key.source()));
  }
}
