package dev.amserr.app.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * A real PostgreSQL for the test classes that register this in a static field: one server a JVM,
 * stopped at its end, and as many fresh databases as a class asks for.
 *
 * <p>Taken is the first of: the server of {@code -Dtest.postgres.url}, PostgreSQL from Maven's
 * repository, PostgreSQL as Debian installs it. {@code -Dtest.postgres=zonky} or {@code system}
 * asks for one of the latter two. Where there is none, the tests fail if the environment has {@code
 * CI}, and are skipped with a message otherwise.
 */
public final class PostgresExtension implements BeforeAllCallback {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(PostgresExtension.class);

  private PostgresServer server;

  @Override
  public void beforeAll(ExtensionContext context) {
    PostgresServers servers =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(
                PostgresServers.class, key -> PostgresServers.start(), PostgresServers.class);
    if (servers.server().isEmpty()) {
      throw missing(String.join("; ", servers.whyNot()));
    }
    server = servers.server().get();
  }

  /** The same for a program that is no test; the server stops when the program ends. */
  public static PostgresExtension outsideOfTests() {
    PostgresServers servers = PostgresServers.start();
    PostgresExtension extension = new PostgresExtension();
    extension.server =
        servers.server().orElseThrow(() -> missing(String.join("; ", servers.whyNot())));
    return extension;
  }

  private static RuntimeException missing(String whyNot) {
    String message = "Tests on PostgreSQL have no server (" + whyNot + ")";
    if (System.getenv("CI") != null) {
      return new IllegalStateException(message);
    }
    System.err.println("[SKIPPED] " + message);
    return new TestAbortedException(message);
  }

  /** An empty database of its own. */
  public StoreLocation.PostgresServer freshDatabase() {
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    execute("CREATE DATABASE " + name);
    return server.database(name);
  }

  /** Runs a statement as the server's administrator, outside of the tests' databases. */
  void execute(String sql) {
    execute(server.database("postgres"), sql);
  }

  /** Runs a statement in a database, past everything that is tested. */
  static void execute(StoreLocation.PostgresServer database, String sql) {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  PostgresServer server() {
    return server;
  }
}
