package dev.amserr.app.store;

import dev.amserr.recurrence.StoreUpkeep;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;

/** Removes what is older than it is kept. */
final class Expiry {

  private final Database database;

  Expiry(Database database) {
    this.database = database;
  }

  /** See {@link StoreUpkeep#expire}. */
  int expire(Instant now, int most) {
    Instant minutes = now.minus(StoreUpkeep.MINUTES_KEPT);
    Instant hours = now.minus(StoreUpkeep.HOURS_KEPT);
    return database.transaction(
        handle -> {
          // From here on no window is counted by minutes that may be gone.
          setMinutesSince(handle, minutes);
          int left = most;
          left -= remove(handle, "series_minute", "start_at, series", "start_at", minutes, left);
          left -= remove(handle, "plays_minute", "start_at, source", "start_at", minutes, left);
          left -= remove(handle, "series_hour", "start_at, series", "start_at", hours, left);
          left -= remove(handle, "plays_hour", "start_at, source", "start_at", hours, left);
          left -= remove(handle, "shed", "start_at", "start_at", hours, left);
          left -= remove(handle, "once_key", "id", "expires_at", now.plusMillis(1), left);
          return most - left;
        });
  }

  private static void setMinutesSince(Handle handle, Instant kept) {
    Instant hour = kept.truncatedTo(ChronoUnit.HOURS);
    handle
        .createUpdate(
            """
            UPDATE recurrence_progress SET minutes_since = :since
            WHERE id = 1 AND minutes_since < :since
            """)
        .bind("since", (hour.equals(kept) ? hour : hour.plus(1, ChronoUnit.HOURS)).toEpochMilli())
        .execute();
  }

  private static int remove(
      Handle handle, String table, String key, String time, Instant before, int most) {
    return handle
        .createUpdate(
            "DELETE FROM %1$s WHERE (%2$s) IN (SELECT %2$s FROM %1$s WHERE %3$s < :before ORDER BY %3$s LIMIT :most)"
                .formatted(table, key, time))
        .bind("before", before.toEpochMilli())
        .bind("most", most)
        .execute();
  }
}
