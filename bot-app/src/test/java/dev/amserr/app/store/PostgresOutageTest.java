package dev.amserr.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.amserr.storage.AuditEntry;
import dev.amserr.storage.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PostgresOutageTest {

  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private static final Duration QUICK = Duration.ofSeconds(3);

  @Test
  void a_server_that_stops_is_reported_quickly_and_used_again_when_it_is_back() throws Exception {
    PostgresServer server = POSTGRES.server();
    assumeTrue(server.isOurs(), "the server of test.postgres.url is not ours to stop");
    try (Database database = Database.open(POSTGRES.freshDatabase())) {
      SqlAuditLog log = new SqlAuditLog(database);
      log.append(entry("before"));

      server.stop();
      long asked = System.nanoTime();
      assertThatThrownBy(() -> log.append(entry("during")))
          .isInstanceOf(StoreUnavailableException.class)
          .message()
          .startsWith("The database ");
      assertThatThrownBy(() -> log.latest("", 1)).isInstanceOf(StoreUnavailableException.class);
      StoreHealth during = database.ping();
      Duration took = Duration.ofNanos(System.nanoTime() - asked);
      server.start();

      assertThat(took).isLessThan(QUICK.multipliedBy(3));
      assertThat(during).isEqualTo(new StoreHealth.Down("The database does not answer."));
      awaitUp(database);
      log.append(entry("after"));
      assertThat(log.latest("", 10))
          .extracting(AuditEntry::subject)
          .containsExactlyInAnyOrder("before", "after");
    }
  }

  @Test
  void a_network_that_carries_nothing_more_holds_nobody_for_long() throws Exception {
    StoreLocation.PostgresServer direct = POSTGRES.freshDatabase();
    try (LoopbackRelay relay = new LoopbackRelay(portOf(direct));
        Database database = Database.open(through(relay, direct))) {
      SqlAuditLog log = new SqlAuditLog(database);
      log.append(entry("before"));

      relay.fallSilent();
      long asked = System.nanoTime();
      StoreHealth during = database.ping();
      Duration ping = Duration.ofNanos(System.nanoTime() - asked);
      assertThatThrownBy(() -> log.append(entry("during")))
          .isInstanceOf(StoreUnavailableException.class);
      Duration both = Duration.ofNanos(System.nanoTime() - asked);
      relay.recover();

      assertThat(during).isInstanceOf(StoreHealth.Down.class);
      assertThat(ping).isLessThan(QUICK);
      assertThat(both).isLessThan(QUICK.multipliedBy(3));
      awaitUp(database);
      log.append(entry("after"));
      assertThat(log.latest("after", 10)).hasSize(1);
    }
  }

  /** Each look waits for the database itself, so this needs no sleeping in between. */
  private static void awaitUp(Database database) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    StoreHealth health = database.ping();
    while (!health.equals(new StoreHealth.Up()) && System.nanoTime() < deadline) {
      health = database.ping();
    }
    assertThat(health).isEqualTo(new StoreHealth.Up());
  }

  private static int portOf(StoreLocation.PostgresServer server) {
    return Integer.parseInt(server.address().replaceFirst("^//[^:/]+:([0-9]+)/.*$", "$1"));
  }

  private static StoreLocation through(LoopbackRelay relay, StoreLocation.PostgresServer server) {
    return new StoreLocation.PostgresServer(
        server.address().replaceFirst("^//[^/]+", "//127.0.0.1:" + relay.port()),
        "socketTimeout=1",
        server.user(),
        server.password());
  }

  private static AuditEntry entry(String subject) {
    return new AuditEntry(Instant.EPOCH, "api", "a", "", "test", subject, "", "", "");
  }
}
