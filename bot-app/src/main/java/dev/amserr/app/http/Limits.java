package dev.amserr.app.http;

import java.time.Duration;

/**
 * What one client may take from the server.
 *
 * @param bodyBytes the longest body of a request, where its route says nothing else
 * @param headerBytes the longest request line with all headers
 * @param idle after how long a connection is closed on which nothing moves
 * @param body how long a client may take to send a body
 * @param stop how long running requests may take to end once the server stops
 * @param connections how many there may be at once
 */
public record Limits(
    int bodyBytes, int headerBytes, Duration idle, Duration body, Duration stop, int connections) {

  /** For production. */
  public static final Limits DEFAULT =
      new Limits(
          1 << 20,
          32 << 10,
          Duration.ofSeconds(15),
          Duration.ofSeconds(10),
          Duration.ofSeconds(8),
          1_000);

  public Limits {
    if (bodyBytes < 1 || headerBytes < 1_024 || connections < 1) {
      throw new IllegalArgumentException("Limits that let nothing through");
    }
  }

  /** The same with another limit for bodies. */
  public Limits withBodyBytes(int bytes) {
    return new Limits(bytes, headerBytes, idle, body, stop, connections);
  }

  /** The same with other limits for slow clients. */
  public Limits withPatience(Duration whileIdle, Duration whileSending) {
    return new Limits(bodyBytes, headerBytes, whileIdle, whileSending, stop, connections);
  }
}
