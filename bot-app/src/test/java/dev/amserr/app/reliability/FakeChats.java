package dev.amserr.app.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Discord, Slack's Web API and Slack's webhooks on loopback, as far as posting and looking back go.
 * Keeps what people would see, by channel.
 */
public final class FakeChats implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A message that people see. */
  record Message(String id, String nonce, JsonNode body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, List<Message>> channels = new ConcurrentHashMap<>();
  private final Map<String, Hang> hangs = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong(200_000_000_000_000_000L);

  /** An answer that is kept back. */
  static final class Hang {
    private final int number;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private Hang(int number) {
      this.number = number;
    }

    boolean awaitArrival(long seconds) throws InterruptedException {
      return arrived.await(seconds, TimeUnit.SECONDS);
    }

    void release() {
      released.countDown();
    }
  }

  public FakeChats() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext("/discord/channels/", this::discord);
    server.createContext("/slack/", this::slack);
    server.createContext("/webhook/", this::webhook);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Keeps the answer to the n-th message of a channel back, once. */
  Hang hangAt(String channel, int number) {
    Hang hang = new Hang(number);
    hangs.put(channel, hang);
    return hang;
  }

  /** What people see in a channel, in order. */
  public List<JsonNode> shown(String channel) {
    List<Message> messages = channels.getOrDefault(channel, List.of());
    synchronized (messages) {
      return messages.stream().map(Message::body).toList();
    }
  }

  private void discord(HttpExchange exchange) throws IOException {
    String channel = exchange.getRequestURI().getPath().split("/", -1)[3];
    if (exchange.getRequestMethod().equals("GET")) {
      ArrayNode newestFirst = JSON.createArrayNode();
      List<Message> messages = messages(channel);
      synchronized (messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
          ObjectNode shown = messages.get(i).body().deepCopy();
          newestFirst.add(shown.put("id", messages.get(i).id()));
        }
      }
      answer(exchange, newestFirst.toString());
      return;
    }
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    String nonce = body.path("enforce_nonce").asBoolean() ? body.path("nonce").asText() : "";
    Message message = show(channel, nonce, body);
    answer(exchange, JSON.createObjectNode().put("id", message.id()).toString());
  }

  private void slack(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestURI().getPath().substring("/slack/".length());
    if (method.equals("chat.postMessage")) {
      JsonNode body = JSON.readTree(exchange.getRequestBody());
      Message message = show(body.path("channel").asText(), "", body);
      answer(exchange, JSON.createObjectNode().put("ok", true).put("ts", message.id()).toString());
      return;
    }
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    ObjectNode history = JSON.createObjectNode().put("ok", true);
    ArrayNode newestFirst = history.putArray("messages");
    List<Message> messages = messages(argument(form, "channel"));
    synchronized (messages) {
      for (int i = messages.size() - 1; i >= 0; i--) {
        ObjectNode shown = messages.get(i).body().deepCopy();
        newestFirst.add(shown.put("ts", messages.get(i).id()));
      }
    }
    answer(exchange, history.toString());
  }

  private void webhook(HttpExchange exchange) throws IOException {
    String channel = exchange.getRequestURI().getPath().substring("/webhook/".length());
    show(channel, "", JSON.readTree(exchange.getRequestBody()));
    answer(exchange, "ok");
  }

  /** Shows a message; one whose nonce is known is not shown again. */
  private Message show(String channel, String nonce, JsonNode body) {
    List<Message> messages = messages(channel);
    Message message;
    int number;
    synchronized (messages) {
      for (Message known : messages) {
        if (!nonce.isEmpty() && known.nonce().equals(nonce)) {
          return known;
        }
      }
      message = new Message(Long.toString(ids.incrementAndGet()), nonce, body);
      messages.add(message);
      number = messages.size();
    }
    Hang hang = hangs.get(channel);
    if (hang != null && hang.number == number && hangs.remove(channel, hang)) {
      hang.arrived.countDown();
      try {
        hang.released.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return message;
  }

  private List<Message> messages(String channel) {
    return channels.computeIfAbsent(channel, id -> new ArrayList<>());
  }

  private static String argument(String form, String name) {
    for (String pair : form.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    throw new IllegalArgumentException("No " + name + " in " + form);
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
