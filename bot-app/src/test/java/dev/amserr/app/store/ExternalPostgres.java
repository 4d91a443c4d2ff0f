package dev.amserr.app.store;

import java.nio.file.Path;

/** A server that somebody else runs, named by {@code -Dtest.postgres.url}. */
final class ExternalPostgres implements PostgresServer {

  private final StoreLocation.PostgresServer location;

  ExternalPostgres(String url) {
    location =
        StoreLocation.of(url, Path.of("unused"))
            .fold(
                file -> {
                  throw new IllegalArgumentException("test.postgres.url must be PostgreSQL's");
                },
                server -> server);
  }

  @Override
  public StoreLocation.PostgresServer database(String name) {
    return new StoreLocation.PostgresServer(
        location.address().replaceFirst("[^/]*$", name),
        location.options(),
        location.user(),
        location.password());
  }

  @Override
  public boolean isOurs() {
    return false;
  }

  @Override
  public void stop() {
    throw new UnsupportedOperationException("not ours");
  }

  @Override
  public void start() {
    throw new UnsupportedOperationException("not ours");
  }

  @Override
  public void close() {}
}
