package dev.amserr.app.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** PostgreSQL from Maven's repository. As root it runs in a user namespace of its own. */
final class ZonkyPostgres implements PostgresServer {

  private final Path data;
  private final int port;
  private EmbeddedPostgres running;

  ZonkyPostgres(Path data, int port) throws IOException {
    this.data = data;
    this.port = port;
    running = launch();
  }

  private EmbeddedPostgres launch() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(port)
        .start();
  }

  @Override
  public StoreLocation.PostgresServer database(String name) {
    return new StoreLocation.PostgresServer("//127.0.0.1:" + port + "/" + name, "", "postgres", "");
  }

  @Override
  public boolean isOurs() {
    return true;
  }

  @Override
  public void stop() throws IOException {
    running.close();
  }

  @Override
  public void start() throws IOException {
    running = launch();
  }

  @Override
  public void close() throws IOException {
    stop();
    Folders.delete(data);
  }
}
