package dev.amserr.app.store;

import dev.amserr.oncall.Cover;
import dev.amserr.oncall.CoverDraft;
import dev.amserr.oncall.CoverRequest;
import dev.amserr.oncall.CoverScope;
import dev.amserr.oncall.Covers;
import dev.amserr.storage.AuditEntry;
import dev.amserr.time.Interval;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Covers in the table {@code cover}; each change in one transaction with its audit entry. */
public final class SqlCovers implements Covers {

  private static final String COLUMNS =
      "id, team, level, person, from_at, until_at, stand_in, created_at, created_by, removed_at";

  private static final String SAME_REQUEST =
      """
      team = :team AND level = :level AND person = :person
      AND from_at = :from AND until_at = :until AND stand_in = :standIn
      """;

  private final Database database;
  private final SqlAuditLog audit;

  public SqlCovers(Database database, SqlAuditLog audit) {
    this.database = database;
    this.audit = audit;
  }

  @Override
  public List<Cover> of(String team, Interval window) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + COLUMNS
                        + """
                           FROM cover
                          WHERE team = :team AND removed_at IS NULL
                            AND until_at > :from AND from_at < :until
                          ORDER BY id
                          """)
                .bind("team", StorableText.of(team))
                .bind("from", window.from().toEpochMilli())
                .bind("until", ceiling(window.until()))
                .map((row, context) -> cover(row))
                .list());
  }

  // Covers are whole milliseconds, windows need not be.
  private static long ceiling(Instant at) {
    long milli = at.toEpochMilli();
    return Instant.ofEpochMilli(milli).isBefore(at) ? milli + 1 : milli;
  }

  @Override
  public Optional<Cover> find(long id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT " + COLUMNS + " FROM cover WHERE id = :id AND removed_at IS NULL")
                .bind("id", id)
                .map((row, context) -> cover(row))
                .findOne());
  }

  @Override
  public Addition add(
      CoverDraft draft, Instant now, String createdBy, Function<Cover, AuditEntry> entry) {
    return database.transaction(
        handle -> {
          Optional<Addition> before = before(handle, draft);
          while (before.isEmpty()) {
            Optional<Cover> added = insert(handle, draft.request(), now, createdBy);
            if (added.isPresent()) {
              audit.append(handle, entry.apply(added.get()));
              return new Added(added.get());
            }
            // Another node was faster; what it did is visible now.
            before = before(handle, draft);
          }
          return before.get();
        });
  }

  /** What was made of the same request before. */
  private static Optional<Addition> before(Handle handle, CoverDraft draft) {
    return bind(
            handle.createQuery(
                "SELECT "
                    + COLUMNS
                    + " FROM cover WHERE "
                    + SAME_REQUEST
                    + """
                      AND (removed_at IS NULL OR created_at >= :asked)
                      ORDER BY CASE WHEN removed_at IS NULL THEN 0 ELSE 1 END, id DESC
                      LIMIT 1
                      """),
            draft.request())
        .bind("asked", draft.asked().toEpochMilli())
        .map((row, context) -> addition(row))
        .findOne();
  }

  private static Addition addition(ResultSet row) throws SQLException {
    Cover cover = cover(row);
    long removed = row.getLong("removed_at");
    return row.wasNull() ? new Present(cover) : new Withdrawn(cover, Instant.ofEpochMilli(removed));
  }

  private static Optional<Cover> insert(
      Handle handle, CoverRequest request, Instant now, String createdBy) {
    return bind(
            handle.createQuery(
                """
                INSERT INTO cover (team, level, person, from_at, until_at, stand_in,
                                   created_at, created_by)
                VALUES (:team, :level, :person, :from, :until, :standIn, :now, :createdBy)
                ON CONFLICT (team, level, person, from_at, until_at, stand_in)
                  WHERE removed_at IS NULL
                  DO NOTHING
                RETURNING\s"""
                    + COLUMNS),
            request)
        .bind("now", now.toEpochMilli())
        .bind("createdBy", StorableText.of(createdBy))
        .map((row, context) -> cover(row))
        .findOne();
  }

  @Override
  public Optional<Cover> remove(long id, Instant now, Function<Cover, AuditEntry> entry) {
    return database.transaction(
        handle -> {
          Optional<Cover> removed =
              handle
                  .createQuery(
                      "UPDATE cover SET removed_at = :now WHERE id = :id AND removed_at IS NULL"
                          + " RETURNING "
                          + COLUMNS)
                  .bind("now", now.toEpochMilli())
                  .bind("id", id)
                  .map((row, context) -> cover(row))
                  .findOne();
          removed.ifPresent(cover -> audit.append(handle, entry.apply(cover)));
          return removed;
        });
  }

  private static <S extends SqlStatement<S>> S bind(S statement, CoverRequest request) {
    return statement
        .bind("team", StorableText.of(request.team()))
        .bind("level", StorableText.of(request.level()))
        .bind(
            "person", StorableText.of(request.scope().fold(CoverScope.Standing::person, () -> "")))
        .bind("from", request.from().toEpochMilli())
        .bind("until", request.until().toEpochMilli())
        .bind("standIn", StorableText.of(request.by()));
  }

  private static Cover cover(ResultSet row) throws SQLException {
    String person = row.getString("person");
    return new Cover(
        row.getLong("id"),
        row.getString("team"),
        row.getString("level"),
        person.isEmpty() ? CoverScope.slot() : CoverScope.of(person),
        new Interval(
            Instant.ofEpochMilli(row.getLong("from_at")),
            Instant.ofEpochMilli(row.getLong("until_at"))),
        row.getString("stand_in"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        row.getString("created_by"));
  }
}
