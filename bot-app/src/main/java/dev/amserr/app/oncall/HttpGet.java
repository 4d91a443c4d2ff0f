package dev.amserr.app.oncall;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP/1.1 GET from an address that was checked before.
 *
 * <p>The JDK's client resolves the name once more on its own, and then connects to whatever it is
 * told that time; so this one opens the connection itself. Bounded in size and, from the connect to
 * the last byte, in time, however slowly bytes drip in. TLS checks the certificate against the
 * host's name.
 */
final class HttpGet {

  private static final Logger LOG = LoggerFactory.getLogger(HttpGet.class);
  private static final int LONGEST_LINE = 8 * 1024;
  private static final int MOST_HEADERS = 100;

  private final Duration timeout;
  private final int largest;
  private final SSLSocketFactory tls;

  /**
   * A client.
   *
   * @param timeout for a whole request
   * @param largest body in bytes
   */
  HttpGet(Duration timeout, int largest, SSLSocketFactory tls) {
    this.timeout = timeout;
    this.largest = largest;
    this.tls = tls;
  }

  /**
   * An answer.
   *
   * @param headers by name in lower case; of several of a name the last
   */
  record Answer(int status, Map<String, String> headers, ByteBuffer body) {

    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  /**
   * Asks for a page.
   *
   * @param address one of the host's, checked
   * @param etag of what is known already; empty for nothing
   */
  Answer get(URI url, InetAddress address, String etag) throws FetchFailure {
    boolean secure = url.getScheme().equalsIgnoreCase("https");
    int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
    TimeLimit limit = new TimeLimit(timeout);
    try (limit;
        Socket plain = limit.on(SocketFactory.getDefault().createSocket())) {
      plain.connect(new InetSocketAddress(address, port));
      if (!secure) {
        return exchange(plain, url, etag);
      }
      try (SSLSocket socket = (SSLSocket) tls.createSocket(plain, url.getHost(), port, true)) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return exchange(socket, url, etag);
      }
    } catch (IOException e) {
      throw new FetchFailure(
          limit.isOver()
              ? "it did not answer within " + timeout.toSeconds() + " s"
              : e instanceof EOFException
                  ? "the answer ended too early"
                  : "the connection failed (" + e.getClass().getSimpleName() + ")");
    }
  }

  private Answer exchange(Socket socket, URI url, String etag) throws IOException, FetchFailure {
    socket.getOutputStream().write(request(url, etag).getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    InputStream in = new BufferedInputStream(socket.getInputStream());
    String status = line(in);
    if (!status.matches("HTTP/1\\.[01] [0-9]{3}( .*)?")) {
      throw new FetchFailure("it does not speak HTTP");
    }
    int code = Integer.parseInt(status.substring(9, 12));
    Map<String, String> headers = headers(in);
    return new Answer(
        code, headers, ByteBuffer.wrap(code == 200 ? body(in, headers) : new byte[0]));
  }

  private static String request(URI url, String etag) {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String port = url.getPort() >= 0 ? ":" + url.getPort() : "";
    return "GET "
        + path
        + query
        + " HTTP/1.1\r\nHost: "
        + url.getHost()
        + port
        + "\r\nAccept: text/calendar, */*;q=0.5\r\nAccept-Encoding: identity\r\n"
        + "User-Agent: amserr\r\nConnection: close\r\n"
        + (etag.isEmpty() ? "" : "If-None-Match: " + etag + "\r\n")
        + "\r\n";
  }

  private static Map<String, String> headers(InputStream in) throws IOException, FetchFailure {
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 0; i < MOST_HEADERS; i++) {
      String line = line(in);
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    throw new FetchFailure("the answer has too many headers");
  }

  private byte[] body(InputStream in, Map<String, String> headers)
      throws IOException, FetchFailure {
    if (!headers.getOrDefault("content-encoding", "identity").equalsIgnoreCase("identity")) {
      throw new FetchFailure("the answer is compressed");
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      for (long size = chunk(in); size > 0; size = chunk(in)) {
        copy(in, size, body);
        line(in);
      }
    } else if (headers.containsKey("content-length")) {
      copy(in, length(headers.get("content-length"), 10), body);
    } else {
      for (int b = in.read(); b >= 0; b = in.read()) {
        requireRoom(body.size() + 1L);
        body.write(b);
      }
    }
    return body.toByteArray();
  }

  private static long chunk(InputStream in) throws IOException, FetchFailure {
    String line = line(in);
    int extension = line.indexOf(';');
    return length((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
  }

  private static long length(String text, int radix) throws FetchFailure {
    try {
      long length = Long.parseLong(text, radix);
      if (length >= 0) {
        return length;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new FetchFailure("it does not speak HTTP");
  }

  private void copy(InputStream in, long length, ByteArrayOutputStream body)
      throws IOException, FetchFailure {
    requireRoom(body.size() + length);
    byte[] bytes = in.readNBytes(Math.toIntExact(length));
    if (bytes.length < length) {
      throw new EOFException();
    }
    body.write(bytes);
  }

  private void requireRoom(long size) throws FetchFailure {
    if (size > largest) {
      throw new FetchFailure("it is larger than " + largest / 1024 + " KB");
    }
  }

  private static String line(InputStream in) throws IOException, FetchFailure {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      if (line.length() == LONGEST_LINE) {
        throw new FetchFailure("the answer has too long a header");
      }
      line.append((char) b);
    }
    int length = line.length();
    boolean carriageReturn = length > 0 && line.charAt(length - 1) == '\r';
    return carriageReturn ? line.substring(0, length - 1) : line.toString();
  }

  /**
   * Closes a socket when its time is over, whatever is being done with it: a timeout of a read
   * begins anew with each byte that drips in.
   */
  private static final class TimeLimit implements AutoCloseable {

    private final CompletableFuture<Void> end;

    /** Begins at once. */
    TimeLimit(Duration time) {
      end = new CompletableFuture<Void>().orTimeout(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    Socket on(Socket socket) {
      CompletableFuture<Void> unused =
          end.whenComplete(
              (inTime, late) -> {
                if (late != null) {
                  close(socket);
                }
              });
      return socket;
    }

    private static void close(Socket socket) {
      try {
        socket.close();
      } catch (IOException e) {
        LOG.debug("A socket whose time is over did not close", e);
      }
    }

    boolean isOver() {
      return end.isCompletedExceptionally();
    }

    /** In time. */
    @Override
    public void close() {
      end.complete(null);
    }
  }
}
