package dev.amserr.app.store;

import dev.amserr.storage.AuditEntry;
import java.nio.file.Path;
import java.time.Instant;

/** A process that appends to the audit log and says what has been acknowledged. */
final class AppendsUntilKilled {

  private AppendsUntilKilled() {}

  public static void main(String[] arguments) {
    try (Database database =
        Database.open(StoreLocation.of(arguments[0], Path.of("no default folder")))) {
      SqlAuditLog log = new SqlAuditLog(database);
      for (int i = 0; i < 1_000_000; i++) {
        String subject = arguments[1] + "-" + i;
        log.append(
            new AuditEntry(
                Instant.ofEpochMilli(i), "api", "child", "", "test.append", subject, "", "", ""));
        ChildJvm.say(subject);
      }
    }
  }
}
