package dev.amserr.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What exists on this Discord: a server, channels with messages, users, commands. */
final class World {

  static final String APPLICATION = "200000000000000001";
  static final String GUILD = "200000000000000002";
  static final String CHANNEL = "200000000000000003";

  /** A channel in which the bot may not write. */
  static final String CLOSED_CHANNEL = "200000000000000004";

  final String token;
  final Clock clock;
  final Snowflakes ids;
  private final Map<String, List<ObjectNode>> messages = new ConcurrentHashMap<>();
  private final Map<String, ArrayNode> commands = new ConcurrentHashMap<>();
  private volatile String url = "";

  World(String token, Clock clock) {
    this.token = token;
    this.clock = clock;
    this.ids = new Snowflakes(clock);
    messages.put(CHANNEL, new ArrayList<>());
    messages.put(CLOSED_CHANNEL, new ArrayList<>());
  }

  /** Where this Discord can be reached, without scheme. */
  void reachableAt(String authority) {
    url = authority;
  }

  String gatewayUrl() {
    return "ws://" + url + "/gateway";
  }

  String attachmentUrl(String id, String fileName) {
    return "http://" + url + "/attachments/" + id + "/" + fileName;
  }

  ObjectNode bot() {
    return Payloads.user(APPLICATION, "amserr", true)
        .put("verified", true)
        .put("mfa_enabled", false);
  }

  ObjectNode guild() {
    return Payloads.guild(
        GUILD,
        "100000000000000001",
        bot(),
        Payloads.channel(CHANNEL, GUILD, "errors"),
        Payloads.channel(CLOSED_CHANNEL, GUILD, "closed"));
  }

  boolean hasChannel(String channel) {
    return messages.containsKey(channel);
  }

  /** A channel's messages, oldest first. */
  List<ObjectNode> messages(String channel) {
    List<ObjectNode> all = messages.getOrDefault(channel, List.of());
    synchronized (all) {
      return List.copyOf(all);
    }
  }

  void add(String channel, ObjectNode message) {
    List<ObjectNode> all = messages.computeIfAbsent(channel, id -> new ArrayList<>());
    synchronized (all) {
      all.add(message);
    }
  }

  Optional<ObjectNode> message(String channel, String id) {
    return messages(channel).stream().filter(m -> m.path("id").asText().equals(id)).findFirst();
  }

  /** The commands of a scope: a server's id, or empty for everywhere. */
  ArrayNode commands(String scope) {
    return commands.getOrDefault(scope, HttpExchange.JSON.createArrayNode());
  }

  /** Registers commands in place of all that were there. */
  ArrayNode register(String scope, JsonNode declared) {
    ArrayNode registered = HttpExchange.JSON.createArrayNode();
    for (JsonNode declaration : declared) {
      ObjectNode command = declaration.deepCopy();
      command.put("id", ids.next()).put("application_id", APPLICATION).put("version", ids.next());
      if (!command.has("type")) {
        command.put("type", 1);
      }
      if (!command.has("description")) {
        command.put("description", "");
      }
      if (!scope.isEmpty()) {
        command.put("guild_id", scope);
        command.remove(List.of("contexts", "integration_types"));
      }
      registered.add(command);
    }
    commands.put(scope, registered);
    return registered;
  }
}
