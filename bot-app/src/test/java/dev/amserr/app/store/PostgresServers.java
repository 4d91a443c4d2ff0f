package dev.amserr.app.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The one PostgreSQL server of a JVM, or the reasons why there is none. */
final class PostgresServers implements AutoCloseable {

  private final Optional<PostgresServer> server;
  private final List<String> whyNot;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread atExit = new Thread(this::closeAtExit, "postgres-stop");

  private PostgresServers(Optional<PostgresServer> server, List<String> whyNot) {
    this.server = server;
    this.whyNot = whyNot;
  }

  static PostgresServers start() {
    String url = System.getProperty("test.postgres.url", "");
    if (!url.isEmpty()) {
      return new PostgresServers(Optional.of(new ExternalPostgres(url)), List.of());
    }
    Map<String, Launcher> launchers = new LinkedHashMap<>();
    launchers.put("zonky", ZonkyPostgres::new);
    launchers.put("system", SystemPostgres::launch);
    String wanted = System.getProperty("test.postgres", "");
    List<String> whyNot = new ArrayList<>();
    for (Map.Entry<String, Launcher> launcher : launchers.entrySet()) {
      if (!wanted.isEmpty() && !wanted.equals(launcher.getKey())) {
        continue;
      }
      try {
        PostgresServer server =
            launcher.getValue().launch(Files.createTempDirectory("amserr-postgres-"), freePort());
        PostgresServers servers = new PostgresServers(Optional.of(server), List.of());
        Runtime.getRuntime().addShutdownHook(servers.atExit);
        return servers;
      } catch (IOException | IllegalStateException e) {
        whyNot.add(launcher.getKey() + ": " + e.getMessage());
      }
    }
    return new PostgresServers(Optional.empty(), whyNot);
  }

  Optional<PostgresServer> server() {
    return server;
  }

  List<String> whyNot() {
    return whyNot;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    if (server.isPresent() && closed.compareAndSet(false, true)) {
      server.get().close();
    }
  }

  private void closeAtExit() {
    try {
      close();
    } catch (IOException e) {
      System.err.println("PostgreSQL of the tests did not stop: " + e.getMessage());
    }
  }

  /** A way to start a server. */
  @FunctionalInterface
  private interface Launcher {

    /**
     * Starts a server.
     *
     * @throws IOException if that way does not work on this machine
     */
    PostgresServer launch(Path data, int port) throws IOException;
  }
}
