package dev.amserr.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants as the tables keep them: whole milliseconds. */
final class Millis {

  private Millis() {}

  /** The first millisecond that is not before it: bounds of windows need not be whole. */
  static long ceiling(Instant at) {
    long milli = at.toEpochMilli();
    return Instant.ofEpochMilli(milli).isBefore(at) ? milli + 1 : milli;
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    long milli = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(milli);
  }

  static @Nullable Long ofNullable(@Nullable Instant at) {
    return at == null ? null : at.toEpochMilli();
  }
}
