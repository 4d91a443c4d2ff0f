package dev.amserr.app.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Requests to the byte, with any header: the JDK's own client does not let one lie. */
public final class RawHttp {

  private static final int PATIENCE_MILLIS = 20_000;

  private RawHttp() {}

  /** An answer; header names in lower case. */
  public record Response(int status, List<String> headers, String body) {

    public Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ": ";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()))
          .findFirst();
    }
  }

  /** A GET with further header lines. */
  public static Response get(int port, String target, String... headers) throws IOException {
    return send(port, "GET", target, "", headers);
  }

  /** A POST with a body and further header lines. */
  public static Response post(int port, String target, String body, String... headers)
      throws IOException {
    return send(port, "POST", target, body, headers);
  }

  /** A request; {@code Host} and the length of the body are added where they are missing. */
  public static Response send(
      int port, String method, String target, String body, String... headers) throws IOException {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    boolean named = false;
    for (String header : headers) {
      head.append(header).append("\r\n");
      named |= header.startsWith("Host:");
    }
    if (!named) {
      head.append("Host: 127.0.0.1:").append(port).append("\r\n");
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      head.append("Content-Length: ").append(bytes.length).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    return exchange(port, head + body);
  }

  /** Sends a text as it is and reads until the server closes. */
  public static Response exchange(int port, String wholeRequest) throws IOException {
    try (Socket socket = connect(port)) {
      OutputStream out = socket.getOutputStream();
      out.write(wholeRequest.getBytes(StandardCharsets.UTF_8));
      out.flush();
      return read(socket);
    }
  }

  public static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** Reads an answer until the server closes. */
  public static Response read(Socket socket) throws IOException {
    String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int end = all.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("No answer: " + all);
    }
    List<String> lines = all.substring(0, end).lines().toList();
    int status = Integer.parseInt(lines.get(0).split(" ", -1)[1]);
    return new Response(status, lines.subList(1, lines.size()), all.substring(end + 4));
  }
}
