package dev.amserr.app.oncall;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * A server on loopback whose answer has a beginning and then drips, byte after byte, far oftener
 * than any timeout of a read. After ten seconds it has had enough, so that a test of a client that
 * waits for ever fails instead of hanging.
 */
final class DrippingServer implements AutoCloseable {

  private static final Duration BETWEEN_DROPS = Duration.ofMillis(50);
  private static final int DROPS = 200;

  private final ServerSocket server;
  private final byte[] beginning;
  private final CompletableFuture<Boolean> left = new CompletableFuture<>();

  DrippingServer(byte[] beginning) throws IOException {
    this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    this.beginning = beginning;
    Thread dripping = new Thread(this::drip, "dripping server");
    dripping.setDaemon(true);
    dripping.start();
  }

  int port() {
    return server.getLocalPort();
  }

  /** Whether the other side hung up before this one had had enough; waits until one has. */
  boolean wasLeft() {
    return left.join();
  }

  private void drip() {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write(beginning);
      for (int i = 0; i < DROPS; i++) {
        LockSupport.parkNanos(BETWEEN_DROPS.toNanos());
        socket.getOutputStream().write(0);
      }
      left.complete(false);
    } catch (IOException gone) {
      left.complete(true);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
