package dev.amserr.app.oncall;

import dev.amserr.app.store.Database;
import dev.amserr.oncall.FeedKeys;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.jdbi.v3.core.Handle;

/** The keys of calendar feeds in the table {@code feed_key}, by their digests. */
public final class SqlFeedKeys implements FeedKeys {

  private static final int KEY_BYTES = 24;

  private final Database database;
  private final SecureRandom random;

  public SqlFeedKeys(Database database, SecureRandom random) {
    this.database = database;
    this.random = random;
  }

  @Override
  public String renew(String team, String actor, Instant now) {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    database.transaction(
        handle -> {
          revoke(handle, team, actor, now);
          return handle
              .createUpdate(
                  """
                  INSERT INTO feed_key (digest, team, actor, created_at)
                  VALUES (:digest, :team, :actor, :now)
                  """)
              .bind("digest", digest(key))
              .bind("team", team)
              .bind("actor", actor)
              .bind("now", now.toEpochMilli())
              .execute();
        });
    return key;
  }

  @Override
  public boolean revoke(String team, String actor, Instant now) {
    return database.transaction(handle -> revoke(handle, team, actor, now)) > 0;
  }

  private static int revoke(Handle handle, String team, String actor, Instant now) {
    return handle
        .createUpdate(
            """
            UPDATE feed_key SET revoked_at = :now
            WHERE team = :team AND actor = :actor AND revoked_at IS NULL
            """)
        .bind("now", now.toEpochMilli())
        .bind("team", team)
        .bind("actor", actor)
        .execute();
  }

  @Override
  public boolean opens(String key, String team) {
    return database.read(
        handle ->
            handle
                    .createQuery(
                        """
                        SELECT COUNT(*) FROM feed_key
                        WHERE digest = :digest AND team = :team AND revoked_at IS NULL
                        """)
                    .bind("digest", digest(key))
                    .bind("team", team)
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }

  private static String digest(String key) {
    return Digests.sha256(key.getBytes(StandardCharsets.UTF_8));
  }
}
