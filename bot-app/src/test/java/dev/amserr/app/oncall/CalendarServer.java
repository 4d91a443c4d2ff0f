package dev.amserr.app.oncall;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server on loopback that answers what a test has told it to. */
final class CalendarServer implements AutoCloseable {

  private record Page(int status, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  CalendarServer() throws IOException {
    this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  CalendarServer(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.start();
  }

  void page(String path, int status, Map<String, String> headers, String body) {
    pages.put(path, new Page(status, headers, body));
  }

  /** Each request as its path and what it knows: {@code "/a.ics \"v1\""}. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String etag = exchange.getRequestHeaders().getFirst("If-None-Match");
    String path = exchange.getRequestURI().getPath();
    asked.add(path + (etag == null ? "" : " " + etag));
    Page page = pages.getOrDefault(path, new Page(404, Map.of(), "no such page"));
    boolean unchanged = etag != null && etag.equals(page.headers().get("ETag"));
    page.headers().forEach(exchange.getResponseHeaders()::add);
    byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
    boolean chunked = page.headers().containsKey("X-Chunked");
    exchange.sendResponseHeaders(
        unchanged ? 304 : page.status(), unchanged ? -1 : chunked ? 0 : body.length);
    if (!unchanged) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
