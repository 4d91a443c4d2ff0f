package dev.amserr.app.store;

import dev.amserr.recurrence.OnceKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The keys in the table {@code once_key}, within one transaction. */
final class OnceKeys {

  private final Connection connection;
  private final Instant now;

  OnceKeys(Connection connection, Instant now) {
    this.connection = connection;
    this.now = now;
  }

  /**
   * Takes keys that nobody knows, or whose life is over; a transaction that wants one of them waits
   * for this one to end.
   *
   * @return those that are taken now; the others are known
   */
  Set<OnceKey> take(Collection<OnceKey> keys) throws SQLException {
    SortedSet<OnceKey> sorted = new TreeSet<>(keys);
    if (sorted.isEmpty()) {
      return new HashSet<>();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO once_key (id, expires_at) VALUES (?, ?)
            ON CONFLICT (id) DO UPDATE SET expires_at = EXCLUDED.expires_at
            WHERE once_key.expires_at <= ?
            """)) {
      for (OnceKey key : sorted) {
        insert.setString(1, id(key));
        insert.setLong(2, expiry(key));
        insert.setLong(3, now.toEpochMilli());
        insert.addBatch();
      }
      int[] changed = insert.executeBatch();
      Set<OnceKey> taken = new HashSet<>();
      int i = 0;
      for (OnceKey key : sorted) {
        if (changed[i++] == 1) {
          taken.add(key);
        }
      }
      return taken;
    }
  }

  /** Lets known keys live anew, those that are renewed at all. */
  void renew(Collection<OnceKey> keys) throws SQLException {
    SortedSet<OnceKey> sorted = new TreeSet<>(keys);
    sorted.removeIf(key -> !key.kind().renewed());
    if (sorted.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE once_key SET expires_at = ? WHERE id = ?")) {
      for (OnceKey key : sorted) {
        update.setLong(1, expiry(key));
        update.setString(2, id(key));
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private long expiry(OnceKey key) {
    return now.plus(key.kind().life()).toEpochMilli();
  }

  private static String id(OnceKey key) {
    return key.kind().key() + key.digest();
  }
}
