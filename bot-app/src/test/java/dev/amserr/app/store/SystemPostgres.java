package dev.amserr.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** PostgreSQL as Debian installs it. As root it runs as the user postgres. */
final class SystemPostgres implements PostgresServer {

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Path binaries;
  private final Path data;
  private final int port;

  private SystemPostgres(Path binaries, Path data, int port) {
    this.binaries = binaries;
    this.data = data;
    this.port = port;
  }

  /** The newest of the installed versions. */
  private static Optional<Path> binaries() throws IOException {
    if (!Files.isDirectory(DEBIAN)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .filter(version -> version.getFileName().toString().matches("[0-9]+"))
          .filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
          .max(
              Comparator.comparingInt(
                  version -> Integer.parseInt(version.getFileName().toString())))
          .map(version -> version.resolve("bin"));
    }
  }

  static SystemPostgres launch(Path data, int port) throws IOException {
    Path binaries = binaries().orElseThrow(() -> new IOException("not installed here"));
    if (isRoot()) {
      Files.setOwner(
          data,
          data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
    }
    SystemPostgres server = new SystemPostgres(binaries, data, port);
    server.run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "-N");
    server.start();
    return server;
  }

  @Override
  public void start() throws IOException {
    String options =
        "-F -p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + data;
    run("pg_ctl", "-w", "-l", data.resolve("server.log").toString(), "-o", options, "start");
  }

  @Override
  public void stop() throws IOException {
    run("pg_ctl", "-w", "-m", "fast", "stop");
  }

  @Override
  public void close() throws IOException {
    stop();
    Folders.delete(data);
  }

  @Override
  public StoreLocation.PostgresServer database(String name) {
    return new StoreLocation.PostgresServer("//127.0.0.1:" + port + "/" + name, "", "postgres", "");
  }

  @Override
  public boolean isOurs() {
    return true;
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(binaries.resolve(program).toString());
    command.addAll(List.of("-D", data.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("amserr-postgres-", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(data.getRoot().toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(program + " failed: " + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(program + " was interrupted", e));
    } finally {
      Files.delete(output);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }
}
