package dev.amserr.app.store;

import dev.amserr.oncall.Cover;
import dev.amserr.oncall.CoverDraft;
import dev.amserr.oncall.CoverRequest;
import dev.amserr.oncall.CoverScope;
import dev.amserr.storage.AuditEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A process that confirms one cover after the other and says which have been acknowledged. */
final class CoversUntilKilled {

  private CoversUntilKilled() {}

  public static void main(String[] arguments) {
    try (Database database =
        Database.open(StoreLocation.of(arguments[0], Path.of("no default folder")))) {
      SqlCovers covers = new SqlCovers(database, new SqlAuditLog(database));
      Instant now = Instant.parse("2026-06-01T00:00:00Z");
      for (int i = 0; i < 1_000_000; i++) {
        Instant from = now.plus(Duration.ofMinutes(i));
        CoverRequest request =
            new CoverRequest(
                arguments[1], "primary", CoverScope.slot(), from, from.plusSeconds(60), "ana");
        Cover cover =
            covers
                .add(new CoverDraft(request, now), now, "api:child", CoversUntilKilled::entry)
                .cover();
        ChildJvm.say(String.valueOf(cover.id()));
      }
    }
  }

  private static AuditEntry entry(Cover cover) {
    return new AuditEntry(
        cover.created(), "api", "child", "", "oncall.cover", "cover " + cover.id(), "", "", "");
  }
}
