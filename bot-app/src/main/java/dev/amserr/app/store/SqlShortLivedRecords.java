package dev.amserr.app.store;

import dev.amserr.storage.ShortLivedRecords;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Short-lived records in the table {@code short_lived_record}. */
public final class SqlShortLivedRecords implements ShortLivedRecords {

  /** How long a record that expired is still known to have been there. */
  static final Duration REMEMBERED = Duration.ofDays(7);

  private static final Duration BETWEEN_PURGES = Duration.ofMinutes(10);
  private static final int ID_BYTES = 16;
  private static final int MOST_AT_ONCE = 500;

  private final Database database;
  private final SecureRandom random;
  private final AtomicLong lastPurge = new AtomicLong();
  private final GroupCommit<Row> commits;

  private record Row(String id, String kind, String content, long createdAt, long expiresAt) {}

  public SqlShortLivedRecords(Database database, SecureRandom random) {
    this.database = database;
    this.random = random;
    this.commits = new GroupCommit<>(database, MOST_AT_ONCE, SqlShortLivedRecords::insert);
  }

  /** Every ten minutes it also removes what is long expired, so that the table stays small. */
  @Override
  public String put(String kind, String content, Instant now, Instant expires) {
    Row row = row(kind, content, now, expires);
    commits.commit(row);
    long last = lastPurge.get();
    if (now.toEpochMilli() - last >= BETWEEN_PURGES.toMillis()
        && lastPurge.compareAndSet(last, now.toEpochMilli())) {
      purge(now);
    }
    return row.id();
  }

  /** Keeps a record in the transaction of the handle. See {@link ShortLivedRecords#put}. */
  public String put(Handle handle, String kind, String content, Instant now, Instant expires) {
    Row row = row(kind, content, now, expires);
    insert(handle, List.of(row));
    return row.id();
  }

  private Row row(String kind, String content, Instant now, Instant expires) {
    if (kind.isBlank() || content.length() > LONGEST_CONTENT) {
      throw new IllegalArgumentException(
          "a record needs a kind and at most " + LONGEST_CONTENT + " characters");
    }
    if (expires.toEpochMilli() <= now.toEpochMilli() || expires.isAfter(now.plus(LONGEST_LIFE))) {
      throw new IllegalArgumentException(
          "a record made at " + now + " must not expire at " + expires);
    }
    return new Row(
        freshId(), kind, StorableText.of(content), now.toEpochMilli(), expires.toEpochMilli());
  }

  private static void insert(Handle handle, List<Row> rows) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO short_lived_record (id, kind, content, created_at, expires_at)
            VALUES (:id, :kind, :content, :createdAt, :expiresAt)
            """);
    for (Row row : rows) {
      batch
          .bind("id", row.id())
          .bind("kind", row.kind())
          .bind("content", row.content())
          .bind("createdAt", row.createdAt())
          .bind("expiresAt", row.expiresAt())
          .add();
    }
    batch.execute();
  }

  private String freshId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public Lookup find(String kind, String id, Instant now) {
    return database.read(handle -> find(handle, kind, id, now));
  }

  @Override
  public Lookup take(String kind, String id, String takenBy, Instant now) {
    return database.transaction(handle -> take(handle, kind, id, takenBy, now));
  }

  /**
   * Takes a record together with the change it stands for: in the transaction of the handle. See
   * {@link ShortLivedRecords#take}.
   */
  public Lookup take(Handle handle, String kind, String id, String takenBy, Instant now) {
    return handle
        .createQuery(
            """
            UPDATE short_lived_record SET taken_by = :by, taken_at = :now
            WHERE id = :id AND kind = :kind AND taken_at IS NULL AND expires_at > :now
            RETURNING content
            """)
        .bind("by", StorableText.of(takenBy))
        .bind("now", now.toEpochMilli())
        .bind("id", StorableText.of(id))
        .bind("kind", kind)
        .mapTo(String.class)
        .findOne()
        .<Lookup>map(Found::new)
        .orElseGet(() -> neverFound(find(handle, kind, id, now)));
  }

  @Override
  public Lookup claim(String kind, String id, String takenBy, Instant now, Instant expires) {
    return database.transaction(
        handle -> {
          int kept =
              handle
                  .createUpdate(
                      """
                      INSERT INTO short_lived_record
                        (id, kind, content, created_at, expires_at, taken_at, taken_by)
                      VALUES (:id, :kind, '', :now, :expires, :now, :by)
                      ON CONFLICT (id) DO NOTHING
                      """)
                  .bind("id", id)
                  .bind("kind", kind)
                  .bind("now", now.toEpochMilli())
                  .bind("expires", expires.toEpochMilli())
                  .bind("by", StorableText.of(takenBy))
                  .execute();
          return kept == 1 ? new Found("") : find(handle, kind, id, now);
        });
  }

  /** A record that appeared after the update had missed it was not there to be taken. */
  private static Lookup neverFound(Lookup lookup) {
    return lookup.fold(found -> new Unknown(), taken -> taken, expired -> expired, none -> none);
  }

  private static Lookup find(Handle handle, String kind, String id, Instant now) {
    return handle
        .createQuery(
            """
            SELECT content, expires_at, taken_at, taken_by
            FROM short_lived_record
            WHERE id = :id AND kind = :kind
            """)
        .bind("id", StorableText.of(id))
        .bind("kind", kind)
        .map((row, context) -> lookup(row, now))
        .findOne()
        .orElseGet(Unknown::new);
  }

  /** Who took a record is worth more to a reader than that it would have expired since. */
  private static Lookup lookup(ResultSet row, Instant now) throws SQLException {
    String takenBy = row.getString("taken_by");
    if (takenBy != null) {
      return new Taken(takenBy, Instant.ofEpochMilli(row.getLong("taken_at")));
    }
    Instant expires = Instant.ofEpochMilli(row.getLong("expires_at"));
    return now.isBefore(expires) ? new Found(row.getString("content")) : new Expired(expires);
  }

  /**
   * Removes what expired more than seven days ago.
   *
   * @return how many records that were
   */
  public int purge(Instant now) {
    return database.transaction(
        handle ->
            handle
                .createUpdate("DELETE FROM short_lived_record WHERE expires_at < :until")
                .bind("until", now.minus(REMEMBERED).toEpochMilli())
                .execute());
  }
}
