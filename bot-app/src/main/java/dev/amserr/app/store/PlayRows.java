package dev.amserr.app.store;

import dev.amserr.recurrence.PlayCount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plays in the tables {@code plays_minute} and {@code plays_hour}, within one transaction. */
final class PlayRows {

  private static final Comparator<Slot> ORDER =
      Comparator.comparing(Slot::source).thenComparing(Slot::start);

  private final Connection connection;

  PlayRows(Connection connection) {
    this.connection = connection;
  }

  private record Slot(String source, Instant start) {}

  void add(List<PlayCount> counts) throws SQLException {
    if (counts.isEmpty()) {
      return;
    }
    SortedMap<Slot, Long> minutes = new TreeMap<>(ORDER);
    SortedMap<Slot, Long> hours = new TreeMap<>(ORDER);
    for (PlayCount count : counts) {
      String source = StorableText.of(count.source());
      minutes.merge(new Slot(source, count.minute()), count.count(), Long::sum);
      hours.merge(
          new Slot(source, count.minute().truncatedTo(ChronoUnit.HOURS)), count.count(), Long::sum);
    }
    write("plays_minute", minutes);
    write("plays_hour", hours);
  }

  private void write(String table, SortedMap<Slot, Long> sums) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO %1$s (start_at, source, plays) VALUES (?, ?, ?)
            ON CONFLICT (start_at, source) DO UPDATE SET plays = %1$s.plays + EXCLUDED.plays
            """
                .formatted(table))) {
      for (Map.Entry<Slot, Long> sum : sums.entrySet()) {
        upsert.setLong(1, sum.getKey().start().toEpochMilli());
        upsert.setString(2, sum.getKey().source());
        upsert.setLong(3, sum.getValue());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }
}
