package dev.amserr.app.http;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads on for a while, and throws away, what a client still sends of a body once it has its answer
 * (RFC 9112, section 9.6). A connection closed on unread bytes is reset, and a client that sends
 * all before it reads would never see why it was refused. Holds no thread while it waits.
 */
final class Lingering extends Handler.Wrapper {

  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final long MOST_BYTES = 64L << 20;

  private final Ticker ticker;

  Lingering(Ticker ticker) {
    this.ticker = ticker;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(request, response, new Rest(request, callback));
  }

  private final class Rest extends Callback.Nested {

    private final Request request;
    private long bytes;
    private long deadline;

    Rest(Request request, Callback callback) {
      super(callback);
      this.request = request;
    }

    @Override
    public void succeeded() {
      deadline = ticker.read() + LONGEST.toNanos();
      discard();
    }

    private void discard() {
      while (bytes < MOST_BYTES && ticker.read() - deadline < 0) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            // The client was told not to send the body.
            break;
          }
          // One that sends nothing more is cut by the idle time of connections.
          request.demand(this::discard);
          return;
        }
        bytes += chunk.remaining();
        chunk.release();
        if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
          break;
        }
      }
      super.succeeded();
    }
  }
}
