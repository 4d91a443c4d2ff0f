package dev.amserr.app.http;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies, as long as they keep to the limits.
 *
 * @param longest in bytes, after decompression
 * @param gzip whether it may be compressed
 * @param patience how long a client may take
 * @param room for bodies
 */
record BodyReader(int longest, boolean gzip, Duration patience, Ticker ticker, Room room) {

  /**
   * What all readers of a server share.
   *
   * @param places for bodies that are being read and may wait, so that slow clients cannot hold
   *     every thread
   * @param reading what they may take meanwhile
   * @param answering what may be made into answers; that takes a multiple of a body's size
   */
  record Room(Semaphore places, BodyBudget reading, BodyBudget answering) {

    /** Room in a heap of so many bytes. */
    static Room of(int places, long heap) {
      return new Room(new Semaphore(places), new BodyBudget(heap / 8), new BodyBudget(heap / 64));
    }
  }

  /** A body with the room for answers that it takes, to be released once its answer is there. */
  static final class Body {
    final byte[] bytes;
    final int taken;

    private Body(byte[] bytes, int taken) {
      this.bytes = bytes;
      this.taken = taken;
    }
  }

  Body read(HttpServletRequest request) throws IOException {
    boolean compressed = isCompressed(request.getHeader("Content-Encoding"));
    if (!compressed && Arriving.awaits(request.getContentLengthLong())) {
      return readInPlace(request, false);
    }
    if (!room.places().tryAcquire()) {
      throw new RequestRefused(
          Problem.of(503, "Too many bodies are under way. Try again in a second.")
              .with("Retry-After", "1"));
    }
    try {
      return readInPlace(request, compressed);
    } finally {
      room.places().release();
    }
  }

  private Body readInPlace(HttpServletRequest request, boolean compressed) throws IOException {
    if (request.getContentLengthLong() > longest) {
      throw tooLong();
    }
    long deadline = ticker.read() + patience.toNanos();
    long announced = Math.max(0, request.getContentLengthLong());
    ByteArrayOutputStream body = new ByteArrayOutputStream((int) Math.min(announced, 8_192));
    byte[] piece = new byte[8_192];
    InputStream in = open(request, compressed);
    int taken = 0;
    try {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        if (body.size() + n > longest) {
          throw tooLong();
        }
        if (ticker.read() - deadline > 0) {
          throw tooSlow();
        }
        if (taken == 0 && body.size() + n > BodyBudget.SMALL) {
          long asked = ticker.read();
          taken = room.reading().take(compressed || announced == 0 ? longest : announced, patience);
          // That was not the client's slowness.
          deadline += ticker.read() - asked;
        }
        body.write(piece, 0, n);
      }
      return new Body(body.toByteArray(), room.answering().take(body.size(), patience));
    } finally {
      room.reading().release(taken);
    }
  }

  private boolean isCompressed(@Nullable String coding) {
    if (coding == null || coding.equalsIgnoreCase("identity")) {
      return false;
    }
    if (gzip && (coding.equalsIgnoreCase("gzip") || coding.equalsIgnoreCase("x-gzip"))) {
      return true;
    }
    throw new RequestRefused(
        415,
        gzip
            ? "Send the body as it is, or with Content-Encoding: gzip."
            : "Send the body as it is, not compressed.");
  }

  private static InputStream open(HttpServletRequest request, boolean compressed)
      throws IOException {
    InputStream in = request.getInputStream();
    return compressed ? new GZIPInputStream(in, 8_192) : in;
  }

  /** What a failed read means for whoever sent the body. */
  static RequestRefused broken(IOException failure) {
    if (failure instanceof ZipException) {
      return closing(400, "The body is not in the format of gzip.");
    }
    boolean late = failure.getCause() instanceof TimeoutException;
    return late ? tooSlow() : closing(400, "The body broke off.");
  }

  /** A media type in lower case, without parameters; empty for none. */
  static String mediaType(@Nullable String contentType) {
    if (contentType == null) {
      return "";
    }
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  private RequestRefused tooLong() {
    return closing(413, "The body is longer than " + longest + " bytes. Send less at once.");
  }

  private static RequestRefused tooSlow() {
    return closing(408, "The body did not come in time.");
  }

  /** What is left of the body would be taken for the next request. */
  private static RequestRefused closing(int status, String detail) {
    return new RequestRefused(Problem.of(status, detail).with("Connection", "close"));
  }
}
