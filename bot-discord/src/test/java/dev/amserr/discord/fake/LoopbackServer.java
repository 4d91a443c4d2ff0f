package dev.amserr.discord.fake;

import dev.amserr.discord.fake.HttpExchange.Request;
import dev.amserr.discord.fake.HttpExchange.Response;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 and WebSocket on one loopback port; a thread a connection. */
final class LoopbackServer implements AutoCloseable {

  /** What answers. */
  interface Handler {

    /** The answer; null to end the connection without one. */
    @Nullable Response handle(Request request);

    /** Serves a WebSocket until it ends. */
    void serve(WebSocket socket, Request request) throws IOException;
  }

  private final ServerSocket listener;
  private final Handler handler;
  private final Thread accepting;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  LoopbackServer(int port, Handler handler) throws IOException {
    this.listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    this.handler = handler;
    this.accepting = start("fake-discord-accept", this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Cuts every connection, as a network does. */
  void dropConnections() {
    sockets.forEach(LoopbackServer::closeQuietly);
  }

  /** Once this returns, connections are refused. */
  @Override
  public void close() throws IOException {
    listener.close();
    try {
      accepting.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    dropConnections();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        sockets.add(socket);
        start("fake-discord-" + socket.getPort(), () -> serve(socket));
      }
    } catch (IOException closed) {
      // The listener was closed; that ends the server.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        Request request = read(in);
        if (request == null) {
          return;
        }
        if (request.header("upgrade").equalsIgnoreCase("websocket")) {
          handler.serve(WebSocket.accept(request, in, socket), request);
          return;
        }
        Response response = handler.handle(request);
        if (response == null) {
          socket.setSoLinger(true, 0);
          return;
        }
        write(socket.getOutputStream(), response);
        if (request.header("connection").equalsIgnoreCase("close")) {
          return;
        }
      }
    } catch (IOException | UncheckedIOException gone) {
      // The client went away, or was cut off.
    } finally {
      sockets.remove(socket);
    }
  }

  private static @Nullable Request read(InputStream in) throws IOException {
    String line = line(in);
    if (line.isEmpty()) {
      return null;
    }
    String[] start = line.split(" ", 3);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    URI uri = URI.create(start[1]);
    return new Request(
        start[0], uri.getPath(), query(uri), headers, new Content(body(in, headers)));
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new LinkedHashMap<>();
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&", -1)) {
        String[] parts = pair.split("=", 2);
        query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
        body.writeBytes(exactly(in, size));
        line(in);
      }
      line(in);
      return body.toByteArray();
    }
    return exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
  }

  private static int chunkSize(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  static byte[] exactly(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  /** A line without its end; empty at the end of the stream too. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static void write(OutputStream out, Response response) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + response.status() + " -\r\n");
    response.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (response.status() != 204) {
      head.append("Content-Length: " + response.body().length() + "\r\n");
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    whole.writeBytes(response.body().bytes());
    out.write(whole.toByteArray());
    out.flush();
  }

  private static Thread start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Closing is all that was wanted.
    }
  }
}
