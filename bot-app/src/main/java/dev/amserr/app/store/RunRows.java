package dev.amserr.app.store;

import dev.amserr.digest.DigestRun;
import dev.amserr.digest.DigestWindow;
import dev.amserr.digest.DueRun;
import dev.amserr.digest.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Rows of the table {@code digest_run}. */
final class RunRows {

  /** What {@link #run} reads, of a table named {@code r}. */
  static final String COLUMNS =
      "r.schedule, r.scheduled_at, r.occasion, r.window_after, r.window_until, r.disposition,"
          + " r.missed, r.missed_since, r.reason, r.snapshot, r.claimed_by, r.claimed_at,"
          + " r.replaced_by";

  private RunRows() {}

  static Optional<DigestRun> find(Handle handle, RunId id) {
    return handle
        .createQuery(
            """
            SELECT %s FROM digest_run r
            WHERE r.schedule = :schedule AND r.scheduled_at = :scheduledAt
            """
                .formatted(COLUMNS))
        .bind("schedule", StorableText.of(id.schedule()))
        .bind("scheduledAt", id.scheduledAt().toEpochMilli())
        .map((row, context) -> run(row))
        .findOne();
  }

  static DigestRun run(ResultSet row) throws SQLException {
    String schedule = row.getString("schedule");
    Instant replacedBy = Millis.instantOrNull(row, "replaced_by");
    return new DigestRun(
        new RunId(schedule, Millis.instant(row, "scheduled_at")),
        DigestRun.Occasion.valueOf(row.getString("occasion")),
        new DigestWindow(Millis.instant(row, "window_after"), Millis.instant(row, "window_until")),
        DigestRun.Disposition.valueOf(row.getString("disposition")),
        new DueRun.Missed(row.getInt("missed"), Millis.instantOrNull(row, "missed_since")),
        row.getString("reason"),
        row.getString("snapshot"),
        row.getString("claimed_by"),
        Millis.instant(row, "claimed_at"),
        replacedBy == null ? null : new RunId(schedule, replacedBy));
  }
}
