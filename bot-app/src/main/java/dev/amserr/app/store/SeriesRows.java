package dev.amserr.app.store;

import dev.amserr.recurrence.Handling;
import dev.amserr.recurrence.Mute;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesEvent;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.StateKind;
import dev.amserr.recurrence.Why;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows of {@code series} and {@code series_event} as what they mean. */
final class SeriesRows {

  /** What {@link #series} needs of a row of {@code series s}. */
  static final String COLUMNS =
      "s.id, s.system, s.code, s.source, s.name, s.first_seen, s.last_seen, s.version, s.status,"
          + " s.handled_by, s.handled_by_name, s.handled_at, s.mute_until, s.mute_above";

  private SeriesRows() {}

  static Series series(ResultSet row) throws SQLException {
    return new Series(
        row.getLong("id"),
        new SeriesKey(row.getString("system"), row.getString("code"), row.getString("source")),
        row.getString("name"),
        Millis.instant(row, "first_seen"),
        Millis.instant(row, "last_seen"),
        handling(row));
  }

  static Handling handling(ResultSet row) throws SQLException {
    return new Handling(
        row.getLong("version"),
        Handling.Status.valueOf(row.getString("status")),
        row.getString("handled_by"),
        row.getString("handled_by_name"),
        Millis.instantOrNull(row, "handled_at"),
        mute(row));
  }

  private static Mute mute(ResultSet row) throws SQLException {
    Instant until = Millis.instantOrNull(row, "mute_until");
    if (until != null) {
      return Mute.until(until);
    }
    long above = row.getLong("mute_above");
    return row.wasNull() ? Mute.off() : Mute.untilAbove(above);
  }

  static void append(Handle handle, SeriesEvent event) {
    Why why = event.why();
    StateKind state = event.state();
    handle
        .createUpdate(
            """
            INSERT INTO series_event (series, happened_at, kind, state, observed, threshold,
                                      baseline, z, done_by, done_by_name, mute_until,
                                      mute_above, note)
            VALUES (:series, :at, :kind, :state, :observed, :threshold, :baseline, :z, :by,
                    :byName, :muteUntil, :muteAbove, :note)
            """)
        .bind("series", event.series())
        .bind("at", event.at().toEpochMilli())
        .bind("kind", event.kind().name())
        .bind("state", state == null ? null : state.name())
        .bind("observed", why == null ? null : (Double) why.observed())
        .bind("threshold", why == null ? null : (Double) why.limit())
        .bind("baseline", why == null ? null : (Double) why.baseline())
        .bind("z", event.z())
        .bind("by", StorableText.of(event.by()))
        .bind("byName", StorableText.of(event.byName()))
        .bind("muteUntil", muteUntil(event.mute()))
        .bind("muteAbove", muteAbove(event.mute()))
        .bind("note", StorableText.of(event.note()))
        .execute();
  }

  static SeriesEvent event(ResultSet row) throws SQLException {
    String state = row.getString("state");
    return new SeriesEvent(
        row.getLong("series"),
        Millis.instant(row, "happened_at"),
        SeriesEvent.Kind.valueOf(row.getString("kind")),
        state == null ? null : StateKind.valueOf(state),
        state == null ? null : why(row),
        row.getInt("z"),
        row.getString("done_by"),
        row.getString("done_by_name"),
        mute(row),
        row.getString("note"));
  }

  static Why why(ResultSet row) throws SQLException {
    return new Why(
        row.getDouble("observed"), row.getDouble("threshold"), row.getDouble("baseline"));
  }

  static @Nullable Long muteUntil(Mute mute) {
    return mute.fold(() -> null, until -> until.at().toEpochMilli(), above -> null);
  }

  static @Nullable Long muteAbove(Mute mute) {
    return mute.fold(() -> null, until -> null, above -> above.count());
  }
}
