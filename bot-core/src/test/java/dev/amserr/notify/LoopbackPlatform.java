package dev.amserr.notify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A chat platform on loopback that does as it is told: answers, resets connections, or keeps
 * silent. Keeps the requests it has read.
 */
public final class LoopbackPlatform implements AutoCloseable {

  private final ServerSocket server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final boolean resets;
  private volatile Function<Request, Reaction> script;

  /** A platform that reacts to every request as the script says. */
  public LoopbackPlatform(Function<Request, Reaction> script) throws IOException {
    this(script, false);
  }

  private LoopbackPlatform(Function<Request, Reaction> script, boolean resets) throws IOException {
    this.script = script;
    this.resets = resets;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread acceptor = new Thread(this::accept, "loopback-platform");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  /** A platform that resets each connection as soon as it is there, and reads nothing. */
  public static LoopbackPlatform resettingAtOnce() throws IOException {
    return new LoopbackPlatform(request -> new Silence(), true);
  }

  /** A request as it came; header names in lower case. */
  public record Request(String method, String path, Map<String, String> headers, String body) {}

  /** What the platform does. */
  public sealed interface Reaction {}

  /** It answers. */
  public record Answer(int status, Map<String, String> headers, String body) implements Reaction {

    public static Answer of(int status, String contentType, String body) {
      return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    /** The same with another header. */
    public Answer with(String name, String value) {
      Map<String, String> more = new TreeMap<>(headers);
      more.put(name, value);
      return new Answer(status, more, body);
    }
  }

  /** It reads the request and resets the connection. */
  public record ResetAfterRequest() implements Reaction {}

  /** It reads the request and says nothing. */
  public record Silence() implements Reaction {}

  /** Where it is. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  /** The same for clients that speak TLS first: they send no request before a handshake. */
  public URI secureUrl() {
    return URI.create("https://127.0.0.1:" + server.getLocalPort() + "/");
  }

  /** A place on loopback where nobody listens. */
  public static URI nobody() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/");
    }
  }

  /** What it does from now on. */
  public void react(Function<Request, Reaction> reactions) {
    script = reactions;
  }

  /** Every request that was read, in order. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread worker = new Thread(() -> serve(socket), "loopback-platform-connection");
        worker.setDaemon(true);
        worker.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try {
      if (resets) {
        reset(socket);
        return;
      }
      Request request = read(new BufferedInputStream(socket.getInputStream()));
      requests.add(request);
      Reaction reaction = script.apply(request);
      if (reaction instanceof Answer answer) {
        write(socket.getOutputStream(), answer);
        socket.close();
      } else if (reaction instanceof ResetAfterRequest) {
        reset(socket);
      }
    } catch (IOException gone) {
      // The client went away, which is its right.
    }
  }

  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private static Request read(InputStream in) throws IOException {
    String[] start = line(in).split(" ", 3);
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Request(start[0], start[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The request ended early");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static void write(OutputStream out, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " Told\r\n");
    answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }
}
