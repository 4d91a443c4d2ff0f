package dev.amserr.discord;

import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A request's body that knows whether it was asked for, which happens once the head is written. */
final class WatchedBody implements HttpRequest.BodyPublisher {

  private final HttpRequest.BodyPublisher bytes;
  private volatile boolean asked;

  WatchedBody(byte[] bytes) {
    this.bytes = HttpRequest.BodyPublishers.ofByteArray(bytes);
  }

  /** Whether any of the request may have left. */
  boolean mayHaveLeft() {
    return asked;
  }

  @Override
  public long contentLength() {
    return bytes.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    asked = true;
    bytes.subscribe(subscriber);
  }
}
