package dev.amserr.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.discord.fake.HttpExchange.Request;
import dev.amserr.discord.fake.HttpExchange.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A Discord with one server, for tests: people do things in it, and what the bot does can be read.
 */
public final class FakeDiscord implements AutoCloseable {

  public static final String TOKEN = "fake.discord.token";
  public static final String GUILD = World.GUILD;
  public static final String CHANNEL = World.CHANNEL;
  public static final String CLOSED_CHANNEL = World.CLOSED_CHANNEL;

  /** Ana Ruiz, who stands in the fixtures of the core with this id. */
  public static final String ANA = "100000000000000001";

  private final World world = new World(TOKEN, Clock.systemUTC());
  private final FakeGateway gateway = new FakeGateway(world);
  private final InteractionApi interactions = new InteractionApi(world);
  private final RestApi rest = new RestApi(world, interactions);
  private final LoopbackServer server;
  private final Map<String, ObjectNode> deliveries = new ConcurrentHashMap<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  private FakeDiscord(int port) throws IOException {
    this.server = new LoopbackServer(port, new Handler());
    world.reachableAt("127.0.0.1:" + server.port());
  }

  /** On any free port. */
  public static FakeDiscord start() {
    return start(0);
  }

  public static FakeDiscord start(int port) {
    try {
      return new FakeDiscord(port);
    } catch (IOException failure) {
      throw new IllegalStateException("No port for the fake Discord", failure);
    }
  }

  public URI apiUrl() {
    return URI.create("http://127.0.0.1:" + server.port() + "/api/v10/");
  }

  public URI gatewayUrl() {
    return URI.create(world.gatewayUrl());
  }

  // What people do.

  /** Somebody calls a command; options by name, of Discord's own JSON types. */
  public FakeInteraction command(String name, String subcommand, Map<String, Object> options) {
    return send(2, commandData(name, subcommand, options, ""), null);
  }

  /** Somebody types into an option. */
  public FakeInteraction type(
      String name, String subcommand, String focused, Map<String, Object> options) {
    return send(4, commandData(name, subcommand, options, focused), null);
  }

  /** Somebody picks a command in the menu of a message. */
  public FakeInteraction messageCommand(String name, ObjectNode message) {
    String id = message.path("id").asText();
    ObjectNode data =
        Payloads.object().put("id", world.ids.next()).put("name", name).put("type", 3);
    data.put("target_id", id).putObject("resolved").putObject("messages").set(id, message);
    return send(2, data, null);
  }

  /** Somebody presses a button under a message. */
  public FakeInteraction press(JsonNode message, String customId) {
    ObjectNode data =
        Payloads.object().put("custom_id", customId).put("component_type", 2).put("id", 1);
    return send(3, data, (ObjectNode) message);
  }

  /** Somebody chooses from a menu under a message. */
  public FakeInteraction choose(JsonNode message, String customId, String value) {
    ObjectNode data =
        Payloads.object().put("custom_id", customId).put("component_type", 3).put("id", 1);
    data.putArray("values").add(value);
    return send(3, data, (ObjectNode) message);
  }

  /** The same interaction once more, as Discord does now and then. */
  public void deliverAgain(FakeInteraction interaction) {
    gateway.dispatch("INTERACTION_CREATE", deliveries.get(interaction.id()));
  }

  /** A command whose interaction is no longer known when the bot answers. */
  public FakeInteraction lateCommand(String name, String subcommand, Map<String, Object> options) {
    ObjectNode data = commandData(name, subcommand, options, "");
    FakeInteraction interaction = prepare(2, data, null);
    interaction.late = true;
    gateway.dispatch("INTERACTION_CREATE", deliveries.get(interaction.id()));
    return interaction;
  }

  /** A message that Ana wrote. */
  public ObjectNode message(String content) {
    ObjectNode author = Payloads.user(ANA, "ana", false).put("global_name", "Ana Ruiz");
    return Payloads.message(world.ids.next(), CHANNEL, author, content);
  }

  /** A message of Ana's with a text file, as Discord makes of a long paste. */
  public ObjectNode messageWithFile(String fileName, String text) {
    ObjectNode message = message("");
    String id = world.ids.next();
    String url = world.attachmentUrl(id, fileName);
    rest.files.put(URI.create(url).getPath(), text);
    ((ArrayNode) message.path("attachments"))
        .addObject()
        .put("id", id)
        .put("filename", fileName)
        .put("content_type", "text/plain; charset=utf-8")
        .put("size", text.length())
        .put("url", url)
        .put("proxy_url", url);
    return message;
  }

  // What the bot did.

  public List<ObjectNode> messages(String channel) {
    return world.messages(channel);
  }

  /** The registered commands of a server, or of everywhere for an empty id. */
  public ArrayNode commands(String guild) {
    return world.commands(guild);
  }

  /** The requests so far of this kind, in order. */
  public List<JsonNode> requests(String method, String pathEnd) {
    return rest.requests.stream()
        .filter(r -> r.method().equals(method) && r.path().endsWith(pathEnd))
        .map(Request::json)
        .toList();
  }

  /** How many requests of this kind came so far. */
  public long count(String method, String pathEnd) {
    return rest.requests.stream()
        .filter(r -> r.method().equals(method) && r.path().endsWith(pathEnd))
        .count();
  }

  /** The bytes of the first file of the newest request with files. */
  public byte[] lastFile() {
    return rest.requests.stream()
        .map(Request::files)
        .filter(files -> !files.isEmpty())
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError("No file was sent"))
        .get(0)
        .content()
        .bytes();
  }

  public int identified() {
    return gateway.identified.get();
  }

  public int resumed() {
    return gateway.resumed.get();
  }

  /** Whether a client is connected that was told of the server. */
  public boolean isConnected() {
    return gateway.connected() > 0;
  }

  // What goes wrong.

  /** The next requests of a kind are answered with an error of Discord's. */
  public void fail(String method, String path, int times, int status, int code, String message) {
    rest.faults.add(Fault.answering(method, path, times, Response.error(status, code, message)));
  }

  /** The next requests of a kind are refused for a time, in whole seconds as Discord says it. */
  public void rateLimit(String method, String path, int times, int seconds) {
    Response refusal =
        Response.json(
                429,
                Payloads.object()
                    .put("message", "You are being rate limited.")
                    .put("retry_after", (double) seconds)
                    .put("global", false))
            .with("Retry-After", Integer.toString(seconds))
            .with("X-RateLimit-Scope", "user");
    rest.faults.add(Fault.answering(method, path, times, refusal));
  }

  /** Answers the next requests of a kind with bytes that are no JSON, such as a proxy's page. */
  public void answerPlainly(String method, String path, int status) {
    rest.faults.add(
        Fault.answering(
            method,
            path,
            1,
            new Response(status, Map.of("Content-Type", "text/html"), Content.NONE)));
  }

  /** The connection breaks after the next requests of a kind were read. */
  public void breakAfter(String method, String path, int times) {
    rest.faults.add(Fault.breaking(method, path, times));
  }

  /** The next request of a kind is read and not answered before this Discord ends. */
  public void hang(String method, String path) {
    rest.faults.add(Fault.hanging(method, path, ended));
  }

  /** So many requests a window to paths that match. */
  public void limit(String path, int most, Duration window) {
    rest.limit(path, new RateLimitRule(most, window, world.clock));
  }

  public void forgetNonces() {
    rest.forgetNonces();
  }

  public void refuseIntents() {
    gateway.refusesIntents = true;
  }

  public void forgetSessions() {
    gateway.forgetsSessions = true;
  }

  public void cutConnections() {
    gateway.cutConnections();
  }

  public void closeConnections(int code) {
    gateway.close(code);
  }

  public void askToReconnect() {
    gateway.askToReconnect();
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      server.close();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private FakeInteraction send(int type, ObjectNode data, @Nullable ObjectNode clicked) {
    FakeInteraction interaction = prepare(type, data, clicked);
    interaction.sent();
    gateway.dispatch("INTERACTION_CREATE", deliveries.get(interaction.id()));
    return interaction;
  }

  private FakeInteraction prepare(int type, ObjectNode data, @Nullable ObjectNode clicked) {
    String id = world.ids.next();
    FakeInteraction interaction = new FakeInteraction(id, "token-" + id, type, clicked);
    interactions.expect(interaction);
    ObjectNode event =
        Payloads.object()
            .put("id", id)
            .put("application_id", World.APPLICATION)
            .put("type", type)
            .put("token", interaction.token())
            .put("version", 1)
            .put("guild_id", GUILD)
            .put("channel_id", CHANNEL)
            .put("app_permissions", "2248473465835073")
            .put("locale", "en-US")
            .put("guild_locale", "en-US")
            .put("context", 0)
            .put("attachment_size_limit", 10_485_760);
    event.set("data", data);
    event.set("channel", Payloads.channel(CHANNEL, GUILD, "errors"));
    ObjectNode user = Payloads.user(ANA, "ana", false).put("global_name", "Ana Ruiz");
    event.set("member", Payloads.member(user));
    event.putObject("guild").put("id", GUILD).put("locale", "en-US").putArray("features");
    event.putObject("authorizing_integration_owners").put("0", GUILD);
    event.putArray("entitlements");
    if (clicked != null) {
      event.set("message", clicked);
    }
    deliveries.put(id, event);
    return interaction;
  }

  private ObjectNode commandData(
      String name, String subcommand, Map<String, Object> options, String focused) {
    ObjectNode data =
        Payloads.object().put("id", world.ids.next()).put("name", name).put("type", 1);
    ArrayNode list = data.putArray("options");
    if (!subcommand.isEmpty()) {
      list = list.addObject().put("name", subcommand).put("type", 1).putArray("options");
    }
    for (Map.Entry<String, Object> option : options.entrySet()) {
      ObjectNode node = list.addObject().put("name", option.getKey());
      Object value = option.getValue();
      node.put("type", optionType(value));
      node.set("value", HttpExchange.JSON.valueToTree(value instanceof Person p ? p.id() : value));
      if (value instanceof Person person) {
        ObjectNode resolved = data.withObjectProperty("resolved");
        resolved
            .withObjectProperty("users")
            .set(person.id(), Payloads.user(person.id(), "ben", false));
      }
      if (option.getKey().equals(focused)) {
        node.put("focused", true);
      }
    }
    return data;
  }

  /** A user picked from the list. */
  public record Person(String id) {}

  private static int optionType(Object value) {
    if (value instanceof Boolean) {
      return 5;
    }
    if (value instanceof Person) {
      return 6;
    }
    return value instanceof Integer ? 4 : 3;
  }

  private final class Handler implements LoopbackServer.Handler {
    @Override
    public @Nullable Response handle(Request request) {
      return rest.answer(request);
    }

    @Override
    public void serve(WebSocket socket, Request request) throws IOException {
      gateway.serve(socket, request);
    }
  }
}
