package dev.amserr.app.store;

import dev.amserr.recurrence.Sheds;
import dev.amserr.time.Interval;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;

/** What was given up, in the table {@code shed}. */
final class ShedRows {

  private ShedRows() {}

  static void add(Connection connection, Instant now, Sheds shed) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO shed (start_at, samples, labels, occurrences) VALUES (?, ?, ?, ?)
            ON CONFLICT (start_at) DO UPDATE SET
              samples = shed.samples + EXCLUDED.samples,
              labels = shed.labels + EXCLUDED.labels,
              occurrences = shed.occurrences + EXCLUDED.occurrences
            """)) {
      upsert.setLong(1, now.truncatedTo(ChronoUnit.HOURS).toEpochMilli());
      upsert.setLong(2, shed.samples());
      upsert.setLong(3, shed.labels());
      upsert.setLong(4, shed.series());
      upsert.executeUpdate();
    }
  }

  static Sheds in(Handle handle, Interval window) {
    return handle
        .createQuery(
            """
            SELECT COALESCE(SUM(samples), 0), COALESCE(SUM(labels), 0),
                   COALESCE(SUM(occurrences), 0)
            FROM shed WHERE start_at >= :from AND start_at < :until
            """)
        .bind("from", Millis.ceiling(window.from()))
        .bind("until", Millis.ceiling(window.until()))
        .map((row, context) -> new Sheds(row.getLong(1), row.getLong(2), row.getLong(3)))
        .one();
  }
}
