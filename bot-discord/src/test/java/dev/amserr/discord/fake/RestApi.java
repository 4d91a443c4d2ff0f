package dev.amserr.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.discord.fake.HttpExchange.Request;
import dev.amserr.discord.fake.HttpExchange.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Discord's REST interface, version 10, as far as the bot and discord.js use it. */
final class RestApi {

  private record Route(
      String method, Pattern path, BiFunction<Request, MatchResult, Response> answer) {}

  private final World world;
  private final List<Route> routes = new ArrayList<>();
  final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, RateLimitRule> limits = new ConcurrentHashMap<>();
  final Map<String, String> files = new ConcurrentHashMap<>();
  private final Map<String, String> nonces = new ConcurrentHashMap<>();

  RestApi(World world, InteractionApi interactions) {
    this.world = world;
    route("GET", "/users/@me", (r, m) -> Response.json(200, world.bot()));
    route("GET", "/gateway", (r, m) -> Response.json(200, gateway()));
    route("GET", "/gateway/bot", (r, m) -> Response.json(200, gatewayForBots()));
    route("GET", "/(?:oauth2/)?applications/@me", (r, m) -> Response.json(200, application()));
    route("GET", "/guilds/(\\d+)", (r, m) -> Response.json(200, world.guild()));
    route("GET", "/channels/(\\d+)", (r, m) -> channel(m.group(1)));
    route("GET", "/channels/(\\d+)/messages", this::history);
    route("POST", "/channels/(\\d+)/messages", this::post);
    route("GET", "/channels/(\\d+)/messages/(\\d+)", this::message);
    route("PATCH", "/channels/(\\d+)/messages/(\\d+)", this::edit);
    for (String scope : List.of("", "/guilds/(\\d+)")) {
      String path = "/applications/\\d+" + scope + "/commands";
      route("GET", path, (r, m) -> Response.json(200, world.commands(scope(m))));
      route("PUT", path, (r, m) -> register(scope(m), r.json()));
      route("POST", path, this::addCommand);
    }
    route(
        "POST",
        "/interactions/(\\d+)/([^/]+)/callback",
        (r, m) -> interactions.callback(m.group(1), m.group(2), r));
    String webhook = "/webhooks/\\d+/([^/]+)";
    route("POST", webhook, (r, m) -> interactions.followUp(m.group(1), r));
    String original = webhook + "/messages/(@original|\\d+)";
    route("GET", original, (r, m) -> interactions.read(m.group(1), m.group(2)));
    route("PATCH", original, (r, m) -> interactions.edit(m.group(1), m.group(2), r));
    route("DELETE", original, (r, m) -> interactions.delete(m.group(1), m.group(2)));
  }

  /** From now on so many requests a window to each path that this matches. */
  void limit(String path, RateLimitRule rule) {
    limits.put(path, rule);
  }

  /** As if the minutes had passed in which Discord recognises a nonce. */
  void forgetNonces() {
    nonces.clear();
  }

  @Nullable Response answer(Request request) {
    requests.add(request);
    Optional<Fault> fault = faults.stream().filter(f -> f.strikes(request)).findFirst();
    if (fault.isPresent()) {
      return fault.get().outcome().map(RestApi::fromGoogle).orElse(null);
    }
    String file = files.get(request.path());
    if (file != null) {
      return fromGoogle(new Response(200, Map.of("Content-Type", "text/plain"), Content.of(file)));
    }
    boolean open = request.path().matches(".*/(callback|webhooks/.*|gateway)");
    if (!open && !request.header("authorization").equals("Bot " + world.token)) {
      return fromGoogle(Response.error(401, 0, "401: Unauthorized"));
    }
    String path = request.path().replaceFirst("^/api/v10", "");
    for (Map.Entry<String, RateLimitRule> limit : limits.entrySet()) {
      if (path.matches(limit.getKey())) {
        RateLimitRule rule = limit.getValue();
        Response response = rule.admit() ? answer(request, path) : rule.refusal();
        return fromGoogle(rule.describe(response, Integer.toHexString(limit.getKey().hashCode())));
      }
    }
    return fromGoogle(answer(request, path));
  }

  private Response answer(Request request, String path) {
    for (Route route : routes) {
      Matcher match = route.path().matcher(path);
      if (route.method().equals(request.method()) && match.matches()) {
        return route.answer().apply(request, match.toMatchResult());
      }
    }
    return Response.error(404, 0, "404: Not Found");
  }

  private void route(
      String method, String path, BiFunction<Request, MatchResult, Response> answer) {
    routes.add(new Route(method, Pattern.compile(path), answer));
  }

  private ObjectNode gateway() {
    return Payloads.object().put("url", world.gatewayUrl());
  }

  private ObjectNode gatewayForBots() {
    ObjectNode gateway = gateway().put("shards", 1);
    gateway
        .putObject("session_start_limit")
        .put("total", 1_000)
        .put("remaining", 1_000)
        .put("reset_after", 86_400_000)
        .put("max_concurrency", 1);
    return gateway;
  }

  private ObjectNode application() {
    return Payloads.object()
        .put("id", World.APPLICATION)
        .put("name", "amserr")
        .put("description", "")
        .put("flags", 0)
        .put("bot_public", false)
        .put("bot_require_code_grant", false)
        .put("verify_key", "0");
  }

  private Response channel(String id) {
    return world.hasChannel(id)
        ? Response.json(200, Payloads.channel(id, World.GUILD, "errors"))
        : Response.error(404, 10_003, "Unknown Channel");
  }

  private Optional<Response> barred(String channel) {
    if (!world.hasChannel(channel)) {
      return Optional.of(Response.error(404, 10_003, "Unknown Channel"));
    }
    return channel.equals(World.CLOSED_CHANNEL)
        ? Optional.of(Response.error(403, 50_013, "Missing Permissions"))
        : Optional.empty();
  }

  private Response history(Request request, MatchResult match) {
    String channel = match.group(1);
    return barred(channel)
        .orElseGet(
            () -> {
              List<ObjectNode> newestFirst = new ArrayList<>(world.messages(channel));
              Collections.reverse(newestFirst);
              ArrayNode page = HttpExchange.JSON.createArrayNode();
              int limit = Integer.parseInt(request.query().getOrDefault("limit", "50"));
              newestFirst.stream().limit(limit).forEach(page::add);
              return Response.json(200, page);
            });
  }

  private Response message(Request request, MatchResult match) {
    return world
        .message(match.group(1), match.group(2))
        .map(message -> Response.json(200, message))
        .orElseGet(() -> Response.error(404, 10_008, "Unknown Message"));
  }

  private Response post(Request request, MatchResult match) {
    String channel = match.group(1);
    JsonNode body = request.json();
    Optional<Response> refusal =
        barred(channel).or(() -> Messages.refusal(body, request.files().size()));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    String key = channel + "/" + body.path("nonce").asText();
    if (body.path("enforce_nonce").asBoolean() && nonces.containsKey(key)) {
      return Response.json(200, world.message(channel, nonces.get(key)).orElseThrow());
    }
    ObjectNode message = Messages.create(world, channel, body, request.files());
    world.add(channel, message);
    if (body.has("nonce")) {
      nonces.put(key, message.path("id").asText());
      ObjectNode answer = message.deepCopy();
      return Response.json(200, answer.set("nonce", body.path("nonce")));
    }
    return Response.json(200, message);
  }

  private Response edit(Request request, MatchResult match) {
    return barred(match.group(1))
        .or(() -> Messages.refusal(request.json(), request.files().size()))
        .orElseGet(
            () ->
                world
                    .message(match.group(1), match.group(2))
                    .map(
                        message -> {
                          Messages.edit(world, message, request.json(), request.files());
                          return Response.json(200, message);
                        })
                    .orElseGet(() -> Response.error(404, 10_008, "Unknown Message")));
  }

  private Response register(String scope, JsonNode commands) {
    return CommandRules.broken(commands)
        .map(why -> Response.error(400, 50_035, "Invalid Form Body: " + why))
        .orElseGet(() -> Response.json(200, world.register(scope, commands)));
  }

  private Response addCommand(Request request, MatchResult match) {
    ArrayNode all = world.commands(scope(match)).deepCopy();
    all.add(request.json());
    ArrayNode registered = world.register(scope(match), all);
    return Response.json(201, registered.get(registered.size() - 1));
  }

  private static String scope(MatchResult match) {
    return match.groupCount() == 0 ? "" : match.group(1);
  }

  /** JDA takes an answer that did not come through Google for a ban. */
  private static Response fromGoogle(Response response) {
    return response.with("Via", "1.1 google");
  }
}
