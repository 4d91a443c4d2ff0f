package dev.amserr.app.console;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A site of somebody else's, with one page. */
public final class Site implements AutoCloseable {

  private final HttpServer server;

  /**
   * Serves it.
   *
   * @param content of the page, as HTML
   */
  public Site(String content) throws IOException {
    byte[] page = ("<!DOCTYPE html><title>site</title>" + content).getBytes(StandardCharsets.UTF_8);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
  }

  /** As browsers name it in the header {@code Origin}. */
  public String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  public URI url() {
    return URI.create(origin() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
