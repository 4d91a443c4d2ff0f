package dev.amserr.app.store;

import dev.amserr.recurrence.Handling;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesEvent;
import dev.amserr.recurrence.SeriesState;
import dev.amserr.recurrence.SeriesStates;
import dev.amserr.recurrence.StateChange;
import dev.amserr.recurrence.StateKind;
import dev.amserr.storage.AuditEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What is said of series, in the tables {@code series_state}, {@code series_event}, {@code series}.
 */
final class SqlSeriesStates implements SeriesStates {

  private static final int CHUNK = 500;

  private static final String STATES =
      """
      SELECT series, kind, since_at, observed, threshold, baseline, z, note, calm_since
      FROM series_state
      """;

  private final Database database;
  private final SqlAuditLog audit;

  SqlSeriesStates(Database database, SqlAuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  @Override
  public Optional<Instant> evaluatedUntil() {
    return database.read(SqlSeriesStates::evaluatedUntil);
  }

  private static Optional<Instant> evaluatedUntil(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT evaluated_until FROM recurrence_progress
            WHERE id = 1 AND evaluated_until IS NOT NULL
            """)
        .map((row, context) -> Millis.instant(row, "evaluated_until"))
        .findOne();
  }

  private record Row(long series, SeriesState state) {}

  @Override
  public Map<Long, List<SeriesState>> openStates() {
    return database.read(handle -> bySeries(rows(handle.createQuery(STATES))));
  }

  @Override
  public Map<Long, List<SeriesState>> openStates(Collection<Long> series) {
    List<Long> ids = new ArrayList<>(new TreeSet<>(series));
    return database.read(
        handle -> {
          List<Row> rows = new ArrayList<>();
          for (int from = 0; from < ids.size(); from += CHUNK) {
            List<Long> chunk = ids.subList(from, Math.min(from + CHUNK, ids.size()));
            rows.addAll(
                rows(
                    handle
                        .createQuery(STATES + " WHERE series IN (<ids>)")
                        .bindList("ids", chunk)));
          }
          return bySeries(rows);
        });
  }

  private static List<Row> rows(Query query) {
    return query.map((row, context) -> new Row(row.getLong("series"), state(row))).list();
  }

  private static Map<Long, List<SeriesState>> bySeries(List<Row> rows) {
    Map<Long, List<SeriesState>> states = new TreeMap<>();
    for (Row row : rows) {
      states.computeIfAbsent(row.series(), series -> new ArrayList<>()).add(row.state());
    }
    states.values().forEach(of -> of.sort(Comparator.comparing(SeriesState::kind)));
    return states;
  }

  private static SeriesState state(ResultSet row) throws SQLException {
    return new SeriesState(
        StateKind.valueOf(row.getString("kind")),
        Millis.instant(row, "since_at"),
        SeriesRows.why(row),
        row.getInt("z"),
        row.getString("note"),
        Millis.instantOrNull(row, "calm_since"));
  }

  @Override
  public Saving save(@Nullable Instant before, Instant until, List<StateChange> changes) {
    return database.transaction(
        handle -> {
          int mine =
              handle
                  .createUpdate(
                      """
                      UPDATE recurrence_progress SET evaluated_until = :until
                      WHERE id = 1 AND (evaluated_until IS NULL OR evaluated_until = :before)
                      """)
                  .bind("until", until.toEpochMilli())
                  .bind("before", before == null ? -1 : before.toEpochMilli())
                  .execute();
          if (mine == 0) {
            return new Overtaken(evaluatedUntil(handle).orElseThrow());
          }
          for (StateChange change : changes) {
            change.fold(
                opened -> keep(handle, opened.series(), opened.state()),
                renewed -> keep(handle, renewed.series(), renewed.state()),
                closed -> remove(handle, closed.series(), closed.state().kind()));
            SeriesEvent.of(change).ifPresent(event -> SeriesRows.append(handle, event));
          }
          return new Saved();
        });
  }

  private static int keep(Handle handle, long series, SeriesState state) {
    return handle
        .createUpdate(
            """
            INSERT INTO series_state (series, kind, since_at, observed, threshold, baseline, z,
                                      note, calm_since)
            VALUES (:series, :kind, :since, :observed, :threshold, :baseline, :z, :note, :calm)
            ON CONFLICT (series, kind) DO UPDATE SET
              since_at = EXCLUDED.since_at, observed = EXCLUDED.observed,
              threshold = EXCLUDED.threshold, baseline = EXCLUDED.baseline, z = EXCLUDED.z,
              note = EXCLUDED.note, calm_since = EXCLUDED.calm_since
            """)
        .bind("series", series)
        .bind("kind", state.kind().name())
        .bind("since", state.since().toEpochMilli())
        .bind("observed", state.why().observed())
        .bind("threshold", state.why().limit())
        .bind("baseline", state.why().baseline())
        .bind("z", state.z())
        .bind("note", StorableText.of(state.note()))
        .bind("calm", Millis.ofNullable(state.calmSince()))
        .execute();
  }

  private static int remove(Handle handle, long series, StateKind kind) {
    return handle
        .createUpdate("DELETE FROM series_state WHERE series = :series AND kind = :kind")
        .bind("series", series)
        .bind("kind", kind.name())
        .execute();
  }

  @Override
  public Replacement replace(long series, Handling next, SeriesEvent event, AuditEntry entry) {
    return database.transaction(
        handle -> {
          if (update(handle, series, next) == 0) {
            return handle
                .createQuery("SELECT " + SeriesRows.COLUMNS + " FROM series s WHERE s.id = :series")
                .bind("series", series)
                .map((row, context) -> SeriesRows.handling(row))
                .findOne()
                .<Replacement>map(Conflict::new)
                .orElseGet(Gone::new);
          }
          SeriesRows.append(handle, event);
          audit.append(handle, entry);
          return new Replaced();
        });
  }

  private static int update(Handle handle, long series, Handling next) {
    return handle
        .createUpdate(
            """
            UPDATE series SET version = :version, status = :status, handled_by = :by,
              handled_by_name = :byName, handled_at = :at, mute_until = :muteUntil,
              mute_above = :muteAbove
            WHERE id = :series AND version = :version - 1
            """)
        .bind("version", next.version())
        .bind("status", next.status().name())
        .bind("by", StorableText.of(next.by()))
        .bind("byName", StorableText.of(next.byName()))
        .bind("at", Millis.ofNullable(next.at()))
        .bind("muteUntil", SeriesRows.muteUntil(next.mute()))
        .bind("muteAbove", SeriesRows.muteAbove(next.mute()))
        .bind("series", series)
        .execute();
  }

  @Override
  public List<Series> resolved() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + SeriesRows.COLUMNS
                        + " FROM series s WHERE s.status = 'RESOLVED' ORDER BY s.id")
                .map((row, context) -> SeriesRows.series(row))
                .list());
  }
}
