package dev.amserr.app.http;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets small bodies arrive before a request is handled, so that slow senders of them hold no thread
 * and nobody waits for them.
 */
final class Arriving extends Handler.Wrapper {

  private final Duration patience;
  private final Ticker ticker;

  /**
   * Waits so long for a body.
   *
   * @param patience from the end of the headers to the last byte
   */
  Arriving(Duration patience, Ticker ticker) {
    this.patience = patience;
    this.ticker = ticker;
  }

  /** Whether a body that announces to be so long, in bytes, is there before it is read. */
  static boolean awaits(long announced) {
    return announced > 0 && announced <= BodyBudget.SMALL;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!awaits(request.getLength())) {
      return super.handle(request, response, callback);
    }
    new Arrival(request, response, callback).goOn();
    return true;
  }

  private void handleArrived(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Exception e) {
      Response.writeError(request, response, callback, e);
    }
  }

  private final class Arrival {

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final ByteBuffer body;
    private final long deadline = ticker.read() + patience.toNanos();

    Arrival(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
      this.body = ByteBuffer.allocate((int) request.getLength());
    }

    void goOn() {
      while (true) {
        Content.Chunk chunk = request.read();
        if (chunk == null && ticker.read() - deadline < 0) {
          request.demand(this::goOn);
          return;
        }
        Content.Chunk whole = chunk == null ? late() : taken(chunk);
        if (whole != null) {
          handleArrived(new Arrived(request, whole), response, callback);
          return;
        }
      }
    }

    private static Content.Chunk late() {
      return Content.Chunk.from(new TimeoutException("The body comes too slowly"), true);
    }

    /** The body, or why there is none; null for what is not the end. */
    private Content.@Nullable Chunk taken(Content.Chunk chunk) {
      if (Content.Chunk.isFailure(chunk)) {
        return Content.Chunk.from(chunk.getFailure(), true);
      }
      body.put(chunk.getByteBuffer());
      boolean last = chunk.isLast();
      chunk.release();
      return last ? Content.Chunk.from(body.flip(), true) : null;
    }
  }

  /** A request whose body is there. */
  private static final class Arrived extends Request.Wrapper {

    private Content.Chunk next;

    Arrived(Request request, Content.Chunk body) {
      super(request);
      this.next = body;
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk chunk = next;
      next = Content.Chunk.next(chunk);
      return chunk;
    }
  }
}
