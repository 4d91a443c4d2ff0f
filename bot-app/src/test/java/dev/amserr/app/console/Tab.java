package dev.amserr.app.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A page in a {@link Browser}: keys in, what the page shows out. */
public final class Tab implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE = 30;

  private static final Map<String, Integer> KEYS =
      Map.of(
          "Enter",
          13,
          "Tab",
          9,
          "Escape",
          27,
          "ArrowUp",
          38,
          "ArrowDown",
          40,
          "ArrowLeft",
          37,
          "Backspace",
          8);

  private final AtomicInteger count = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

  private Tab() {}

  static Tab connect(HttpClient http, URI devTools) {
    Tab tab = new Tab();
    tab.socket.complete(http.newWebSocketBuilder().buildAsync(devTools, tab.new Wire()).join());
    tab.send("Page.enable", JSON.createObjectNode());
    tab.send("Runtime.enable", JSON.createObjectNode());
    tab.send("Log.enable", JSON.createObjectNode());
    return tab;
  }

  /** Leaves for another page and waits until it has loaded. */
  public void goTo(URI page) {
    send("Page.navigate", JSON.createObjectNode().put("url", page.toString()));
    until("document.readyState === 'complete' && location.href === " + quoted(page.toString()));
  }

  /** Gives the page the size of a screen. */
  public void size(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        JSON.createObjectNode()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", width < 600));
  }

  /** Makes the reader prefer {@code dark} or {@code light}. */
  public void prefer(String scheme) {
    ObjectNode params = JSON.createObjectNode();
    params
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", scheme);
    send("Emulation.setEmulatedMedia", params);
  }

  /** Types or pastes a text where the focus is. */
  public void type(String text) {
    send("Input.insertText", JSON.createObjectNode().put("text", text));
  }

  /** Presses a key by its name, such as {@code Enter}. */
  public void press(String key) {
    press(key, false);
  }

  public void pressWithShift(String key) {
    press(key, true);
  }

  private void press(String key, boolean shift) {
    ObjectNode params =
        JSON.createObjectNode()
            .put("type", "keyDown")
            .put("key", key)
            .put("code", key)
            .put("windowsVirtualKeyCode", KEYS.get(key))
            .put("modifiers", shift ? 8 : 0);
    if (key.equals("Enter")) {
      params.put("text", "\r");
    }
    send("Input.dispatchKeyEvent", params);
    ObjectNode up = params.deepCopy().put("type", "keyUp");
    up.remove("text");
    send("Input.dispatchKeyEvent", up);
  }

  /** What a JavaScript expression comes to. */
  public JsonNode evaluate(String expression) {
    JsonNode answer =
        send(
            "Runtime.evaluate",
            JSON.createObjectNode()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /** Waits until a JavaScript expression is true; fails if it is not in time. */
  public void until(String condition) {
    String waits =
        "new Promise((done) => { const end = Date.now() + %d; const look = () => { let is = false;"
                .formatted(PATIENCE * 500)
            + " try { is = ("
            + condition
            + ") } catch { }"
            + " if (is || Date.now() > end) done(Boolean(is)); else setTimeout(look, 15); };"
            + " look(); })";
    for (int navigations = 0; navigations < 3; navigations++) {
      JsonNode answer =
          send(
              "Runtime.evaluate",
              JSON.createObjectNode()
                  .put("expression", waits)
                  .put("awaitPromise", true)
                  .put("returnByValue", true));
      if (answer.path("result").path("value").asBoolean()) {
        return;
      }
      if (!answer.has("error")) {
        break;
      }
    }
    throw new AssertionError(
        "Not in time: "
            + condition
            + "; complaints: "
            + complaints
            + "; the page says "
            + text("body"));
  }

  /** The text that an element shows. */
  public String text(String selector) {
    return evaluate("document.querySelector(" + quoted(selector) + ")?.innerText ?? ''").asText();
  }

  /** A picture of what is seen, as PNG. */
  public byte[] picture() {
    JsonNode answer = send("Page.captureScreenshot", JSON.createObjectNode());
    return Base64.getDecoder().decode(answer.path("data").asText());
  }

  /** Errors of scripts and what the browser refused, in its words. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    send("Page.close", JSON.createObjectNode());
  }

  /** A text as a JavaScript literal. */
  public static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode send(String method, ObjectNode params) {
    int id = count.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", params);
    socket.join().sendText(message.toString(), true).join();
    try {
      JsonNode whole = answer.get(PATIENCE, TimeUnit.SECONDS);
      return whole.has("error") ? whole : whole.path("result");
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("The browser did not answer " + method, e);
    }
  }

  /** Puts frames together and hands answers to whoever waits. */
  private final class Wire implements WebSocket.Listener {

    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        receive(message.toString());
        message.setLength(0);
      }
      webSocket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    private void receive(String text) {
      try {
        JsonNode node = JSON.readTree(text);
        CompletableFuture<JsonNode> answer = waiting.remove(node.path("id").asInt(-1));
        if (answer != null) {
          answer.complete(node);
        } else if (node.path("method").asText().equals("Runtime.exceptionThrown")) {
          complaints.add(node.path("params").toString());
        } else if (node.path("method").asText().equals("Log.entryAdded")
            && node.path("params").path("entry").path("level").asText().equals("error")) {
          complaints.add(node.path("params").path("entry").path("text").asText());
        }
      } catch (JsonProcessingException e) {
        complaints.add("Not JSON: " + e.getMessage());
      }
    }
  }
}
