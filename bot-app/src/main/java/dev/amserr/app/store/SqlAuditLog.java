package dev.amserr.app.store;

import dev.amserr.storage.AuditEntry;
import dev.amserr.storage.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The audit log in the table {@code audit_entry}. */
public final class SqlAuditLog implements AuditLog {

  private static final int MOST = 1_000;

  private final Database database;

  public SqlAuditLog(Database database) {
    this.database = database;
  }

  @Override
  public void append(AuditEntry entry) {
    database.transaction(
        handle -> {
          append(handle, entry);
          return entry;
        });
  }

  /** Keeps an entry together with the change it reports: in the transaction of the handle. */
  public void append(Handle handle, AuditEntry entry) {
    handle
        .createUpdate(
            """
            INSERT INTO audit_entry (happened_at, platform, actor, actor_name, action, subject,
                                     reason, state_before, state_after)
            VALUES (:at, :platform, :actor, :actorName, :action, :subject,
                    :reason, :before, :after)
            """)
        .bind("at", entry.at().toEpochMilli())
        .bind("platform", StorableText.of(entry.platform()))
        .bind("actor", StorableText.of(entry.actor()))
        .bind("actorName", StorableText.of(entry.actorName()))
        .bind("action", StorableText.of(entry.action()))
        .bind("subject", StorableText.of(entry.subject()))
        .bind("reason", StorableText.of(entry.reason()))
        .bind("before", StorableText.of(entry.before()))
        .bind("after", StorableText.of(entry.after()))
        .execute();
  }

  @Override
  public List<AuditEntry> latest(String subject, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be from 1 to 1,000, not " + limit);
    }
    String which = subject.isEmpty() ? "" : "WHERE subject = :subject";
    return database.read(
        handle -> {
          var query =
              handle.createQuery(
                  """
                  SELECT happened_at, platform, actor, actor_name, action, subject,
                         reason, state_before, state_after
                  FROM audit_entry
                  %s
                  ORDER BY happened_at DESC, id DESC
                  LIMIT :limit
                  """
                      .formatted(which));
          if (!subject.isEmpty()) {
            query.bind("subject", StorableText.of(subject));
          }
          return query.bind("limit", limit).map((row, context) -> entry(row)).list();
        });
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        Instant.ofEpochMilli(row.getLong("happened_at")),
        row.getString("platform"),
        row.getString("actor"),
        row.getString("actor_name"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("reason"),
        row.getString("state_before"),
        row.getString("state_after"));
  }
}
