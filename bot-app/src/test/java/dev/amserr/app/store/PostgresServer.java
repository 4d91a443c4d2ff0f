package dev.amserr.app.store;

import java.io.IOException;

/** A PostgreSQL server for tests. */
interface PostgresServer extends AutoCloseable {

  /** The address and login of one of its databases. */
  StoreLocation.PostgresServer database(String name);

  /** Whether {@link #stop} and {@link #start} are ours to call. */
  boolean isOurs();

  /** Ends every connection and the server, as a restart of it would; its data stay. */
  void stop() throws IOException;

  /** Starts it again on the same port. */
  void start() throws IOException;

  /** Stops it and removes its data. */
  @Override
  void close() throws IOException;
}
