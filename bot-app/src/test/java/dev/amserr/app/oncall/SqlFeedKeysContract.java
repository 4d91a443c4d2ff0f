package dev.amserr.app.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlAuditLog;
import dev.amserr.app.store.StoreLocation;
import dev.amserr.oncall.FeedKeys;
import dev.amserr.oncall.FeedKeysContract;
import dev.amserr.storage.AuditEntry;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feed keys in a database: what every store of them does, and who did it in the audit log. */
abstract class SqlFeedKeysContract extends FeedKeysContract {

  private Database database;
  private SqlAuditLog audit;

  abstract StoreLocation freshStore();

  @BeforeEach
  void open() {
    database = Database.open(freshStore());
    audit = new SqlAuditLog(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected FeedKeys keys() {
    return new SqlFeedKeys(database, audit, new SecureRandom());
  }

  @Test
  void the_audit_log_tells_who_had_a_key_made_or_revoked_and_never_the_key() {
    String key = keys().renew("player", ANA, NOW).key();
    keys().revoke("player", ANA, NOW.plusSeconds(1));
    keys().revoke("player", ANA, NOW.plusSeconds(2));

    assertThat(audit.latest("player", 10))
        .extracting(AuditEntry::action)
        .containsExactly("oncall.calendar-revoke", "oncall.calendar");
    assertThat(audit.latest("player", 10))
        .allSatisfy(
            entry -> {
              assertThat(entry.actor()).isEqualTo("1");
              assertThat(entry.platform()).isEqualTo("discord");
              assertThat(entry.toString()).doesNotContain(key);
            });
  }
}
