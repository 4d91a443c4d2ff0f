package dev.amserr.app.store;

import dev.amserr.digest.WindowStates;
import dev.amserr.recurrence.SeriesState;
import dev.amserr.recurrence.SeriesStates;
import dev.amserr.recurrence.StateKind;
import dev.amserr.time.Interval;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * States of a window: those that last, from {@code series_state}, and those that are over, from the
 * history in {@code series_event}. A spike that was over before its z was kept counts as the least.
 */
public final class SqlWindowStates implements WindowStates {

  private static final int LEAST_Z = 4;

  private final Database database;
  private final SeriesStates states;

  /**
   * The states of a store.
   *
   * @param states those that last, of the same store
   */
  public SqlWindowStates(Database database, SeriesStates states) {
    this.database = database;
    this.states = states;
  }

  private record Row(long series, SeriesState state) {}

  @Override
  public Map<Long, List<SeriesState>> during(Interval window) {
    Map<Long, List<SeriesState>> found = new HashMap<>();
    states
        .openStates()
        .forEach(
            (series, open) ->
                open.stream()
                    .filter(state -> state.since().isBefore(window.until()))
                    .forEach(state -> add(found, new Row(series, state))));
    closed(window).forEach(row -> add(found, row));
    return found;
  }

  @Override
  public Optional<Instant> evaluatedUntil() {
    return states.evaluatedUntil();
  }

  /** What was over after the window's beginning and began before its end, the latest first. */
  private List<Row> closed(Interval window) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT o.series, o.state, o.happened_at, o.observed, o.threshold, o.baseline,
                           o.note, c.z
                    FROM series_event c
                    JOIN series_event o ON o.id =
                      (SELECT MAX(b.id) FROM series_event b
                       WHERE b.series = c.series AND b.state = c.state
                         AND b.kind = 'STATE_OPENED' AND b.id < c.id)
                    WHERE c.kind = 'STATE_CLOSED' AND c.happened_at > :from
                      AND o.happened_at < :until
                    ORDER BY c.happened_at DESC, c.id DESC
                    """)
                .bind("from", window.from().toEpochMilli())
                .bind("until", window.until().toEpochMilli())
                .map((row, context) -> row(row))
                .list());
  }

  private static Row row(ResultSet row) throws SQLException {
    StateKind kind = StateKind.valueOf(row.getString("state"));
    return new Row(
        row.getLong("series"),
        new SeriesState(
            kind,
            Millis.instant(row, "happened_at"),
            SeriesRows.why(row),
            kind == StateKind.SPIKE ? Math.max(LEAST_Z, row.getInt("z")) : 0,
            row.getString("note"),
            null));
  }

  private static void add(Map<Long, List<SeriesState>> found, Row row) {
    found.merge(row.series(), List.of(row.state()), WindowStates::joined);
  }
}
