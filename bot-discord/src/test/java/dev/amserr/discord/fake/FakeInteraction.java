package dev.amserr.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One thing that somebody did, with everything the bot answered. */
public final class FakeInteraction {

  private static final int SECONDS = 10;

  private final String id;
  private final String token;
  private final int type;
  private final @Nullable ObjectNode clickedMessage;
  private final CompletableFuture<JsonNode> callback = new CompletableFuture<>();
  private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
  final List<ObjectNode> followUps = new CopyOnWriteArrayList<>();
  volatile @Nullable ObjectNode original;
  volatile boolean late;
  private volatile long sentAt;
  private volatile long answeredAt;

  /**
   * What came after the callback.
   *
   * @param kind {@code edit}, {@code delete} or {@code follow-up}
   */
  public record Sent(String kind, JsonNode body) {}

  FakeInteraction(String id, String token, int type, @Nullable ObjectNode clickedMessage) {
    this.id = id;
    this.token = token;
    this.type = type;
    this.clickedMessage = clickedMessage;
  }

  String id() {
    return id;
  }

  String token() {
    return token;
  }

  int type() {
    return type;
  }

  @Nullable ObjectNode clickedMessage() {
    return clickedMessage;
  }

  /** Takes the callback; false if there was one before. */
  boolean acknowledge(JsonNode body) {
    answeredAt = System.nanoTime();
    return callback.complete(body);
  }

  void sent() {
    sentAt = System.nanoTime();
  }

  /** From the event to the callback. */
  public Duration latency() {
    return Duration.ofNanos(answeredAt - sentAt);
  }

  boolean isAcknowledged() {
    return callback.isDone();
  }

  void add(String kind, JsonNode body) {
    sent.add(new Sent(kind, body));
  }

  /** The bot's callback, once it is there. */
  public JsonNode callback() {
    return callback.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  /** Where its callback goes, from the interaction's id on. */
  public String callbackPath() {
    return "/interactions/" + id + "/" + token + "/callback";
  }

  /** What the bot sent next after its callback. */
  public Sent next() throws InterruptedException {
    Sent next = sent.poll(SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("Nothing came after the callback within " + SECONDS + " s");
    }
    return next;
  }

  /** Whether nothing came so far that {@link #next} did not give. */
  public boolean hasNothingMore() {
    return sent.isEmpty();
  }

  /** The message that answers it, as it stands now. */
  public JsonNode answer() {
    ObjectNode message = original;
    return message == null ? HttpExchange.JSON.missingNode() : message;
  }
}
