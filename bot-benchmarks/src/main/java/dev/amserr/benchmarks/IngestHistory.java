package dev.amserr.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;

/**
 * Gives a bot's database 30 days of 2,000 series: a count for each hour and day, and for each
 * minute of the last two hours. The bot must have made its tables; it may be running.
 *
 * <p>Run: {@code java -cp 'bot-benchmarks/target/classes:bot-app/target/amserr/lib/*'
 * dev.amserr.benchmarks.IngestHistory jdbc:sqlite:DATA/amserr.db}, or with the address of
 * PostgreSQL.
 */
public final class IngestHistory {

  private static final long MINUTE = 60_000L;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private IngestHistory() {}

  public static void main(String[] args) throws SQLException {
    long now = Clock.systemUTC().millis();
    try (Connection connection = DriverManager.getConnection(args[0]);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : statements(now)) {
        statement.execute(sql);
      }
      connection.commit();
    }
    System.out.println("30 days of 2,000 series are there");
  }

  private static List<String> statements(long now) {
    return List.of(
        """
        INSERT INTO series (system, code, source, name, first_seen, last_seen, samples_offered,
                            version, status, handled_by, handled_by_name)
        SELECT '', 'history ' || n, 'history', '', %d, %d, 0, 0, 'OPEN', '', ''
        FROM (%s) numbers
        """
            .formatted(now - 30 * DAY, now, numbers(2_000)),
        buckets(
            "series_hour",
            "start_at",
            ", late, max60, max5, owed",
            ", 0, 9, 3, 0",
            now / HOUR * HOUR,
            HOUR,
            720),
        buckets("series_minute", "start_at", ", late", ", 0", now / MINUTE * MINUTE, MINUTE, 120),
        buckets("series_day", "day", "", "", now / DAY, 1, 30));
  }

  private static String buckets(
      String table, String start, String columns, String values, long last, long step, int count) {
    return """
        INSERT INTO %s (%s, series, occurrences%s)
        SELECT %d - n * %d, s.id, 1 + (s.id * 7 + n * 13) %% 97%s
        FROM (%s) numbers, series s WHERE s.source = 'history'
        """
        .formatted(table, start, columns, last, step, values, numbers(count));
  }

  /** The numbers from 0 as rows of {@code n}. */
  private static String numbers(int count) {
    return "WITH RECURSIVE up(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM up WHERE n < "
        + (count - 1)
        + ") SELECT n FROM up";
  }
}
