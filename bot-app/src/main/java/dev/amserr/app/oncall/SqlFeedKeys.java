package dev.amserr.app.oncall;

import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlAuditLog;
import dev.amserr.command.Actor;
import dev.amserr.oncall.FeedKeys;
import dev.amserr.storage.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.jdbi.v3.core.Handle;

/** The keys of calendar feeds in the table {@code feed_key}, by their digests. */
public final class SqlFeedKeys implements FeedKeys {

  private static final int KEY_BYTES = 24;

  private final Database database;
  private final SqlAuditLog audit;
  private final SecureRandom random;

  public SqlFeedKeys(Database database, SqlAuditLog audit, SecureRandom random) {
    this.database = database;
    this.audit = audit;
    this.random = random;
  }

  @Override
  public Renewed renew(String team, Actor actor, Instant now) {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return database.transaction(
        handle -> {
          boolean replaced = revoke(handle, team, actor, now) > 0;
          audit.append(handle, entry("oncall.calendar", team, actor, now));
          handle
              .createUpdate(
                  """
                  INSERT INTO feed_key (digest, team, actor, created_at)
                  VALUES (:digest, :team, :actor, :now)
                  """)
              .bind("digest", digest(key))
              .bind("team", team)
              .bind("actor", owner(actor))
              .bind("now", now.toEpochMilli())
              .execute();
          return new Renewed(key, replaced);
        });
  }

  @Override
  public boolean revoke(String team, Actor actor, Instant now) {
    return database.transaction(
        handle -> {
          boolean any = revoke(handle, team, actor, now) > 0;
          if (any) {
            audit.append(handle, entry("oncall.calendar-revoke", team, actor, now));
          }
          return any;
        });
  }

  private static AuditEntry entry(String action, String team, Actor actor, Instant now) {
    return new AuditEntry(
        now, actor.platform(), actor.id(), actor.displayName(), action, team, "", "", "");
  }

  private static String owner(Actor actor) {
    return actor.platform() + ":" + actor.id();
  }

  private static int revoke(Handle handle, String team, Actor actor, Instant now) {
    return handle
        .createUpdate(
            """
            UPDATE feed_key SET revoked_at = :now
            WHERE team = :team AND actor = :actor AND revoked_at IS NULL
            """)
        .bind("now", now.toEpochMilli())
        .bind("team", team)
        .bind("actor", owner(actor))
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
