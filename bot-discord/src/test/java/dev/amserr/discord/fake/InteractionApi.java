package dev.amserr.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.discord.fake.HttpExchange.Request;
import dev.amserr.discord.fake.HttpExchange.Response;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The part of the REST interface that answers interactions. */
final class InteractionApi {

  private static final int PONG = 1;
  private static final int MESSAGE = 4;
  private static final int DEFERRED_MESSAGE = 5;
  private static final int DEFERRED_UPDATE = 6;
  private static final int UPDATE = 7;
  private static final int SUGGESTIONS = 8;
  private static final int EPHEMERAL = 64;
  private static final int LOADING = 128;

  private final World world;
  private final Map<String, FakeInteraction> byToken = new ConcurrentHashMap<>();

  InteractionApi(World world) {
    this.world = world;
  }

  void expect(FakeInteraction interaction) {
    byToken.put(interaction.token(), interaction);
  }

  Response callback(String id, String token, Request request) {
    FakeInteraction interaction = byToken.get(token);
    if (interaction == null || !interaction.id().equals(id) || interaction.late) {
      return Response.error(404, 10_062, "Unknown interaction");
    }
    JsonNode body = request.json();
    int type = body.path("type").asInt();
    if (!fits(interaction, type)) {
      return Response.error(400, 50_035, "Invalid Form Body: callback type " + type);
    }
    JsonNode data = body.path("data");
    Optional<Response> refusal =
        type == MESSAGE ? Messages.refusal(data, request.files().size()) : tooManyChoices(data);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    synchronized (interaction) {
      if (interaction.isAcknowledged()) {
        return Response.error(400, 40_060, "Interaction has already been acknowledged.");
      }
      takeMessage(interaction, type, data, request);
      interaction.acknowledge(body);
    }
    if (!"true".equals(request.query().get("with_response"))) {
      return Response.empty(204);
    }
    return Response.json(200, response(interaction, type));
  }

  Response followUp(String token, Request request) {
    return withAnswered(
        token,
        interaction -> {
          JsonNode body = request.json();
          Optional<Response> refusal = Messages.refusal(body, request.files().size());
          if (refusal.isPresent()) {
            return refusal.get();
          }
          ObjectNode message =
              Messages.create(world, World.CHANNEL, body, request.files())
                  .put("webhook_id", World.APPLICATION);
          interaction.followUps.add(message);
          publish(message);
          interaction.add("follow-up", body);
          return Response.json(200, message);
        });
  }

  Response read(String token, String id) {
    return withMessage(token, id, message -> Response.json(200, message));
  }

  Response edit(String token, String id, Request request) {
    return withMessage(
        token,
        id,
        message -> {
          JsonNode body = request.json();
          Optional<Response> refusal = Messages.refusal(body, request.files().size());
          if (refusal.isPresent()) {
            return refusal.get();
          }
          Messages.edit(world, message, body, request.files());
          message.put("flags", message.path("flags").asInt() & ~LOADING);
          byToken.get(token).add("edit", body);
          return Response.json(200, message);
        });
  }

  Response delete(String token, String id) {
    return withMessage(
        token,
        id,
        message -> {
          FakeInteraction interaction = byToken.get(token);
          interaction.original = null;
          interaction.add("delete", Payloads.object());
          return Response.empty(204);
        });
  }

  private void takeMessage(FakeInteraction interaction, int type, JsonNode data, Request request) {
    switch (type) {
      case MESSAGE -> {
        interaction.original =
            Messages.create(world, World.CHANNEL, data, request.files())
                .put("webhook_id", World.APPLICATION);
        publish(interaction.original);
      }
      case DEFERRED_MESSAGE ->
          interaction.original =
              Payloads.message(world.ids.next(), World.CHANNEL, world.bot(), "")
                  .put("flags", LOADING | data.path("flags").asInt(0))
                  .put("webhook_id", World.APPLICATION);
      case UPDATE -> {
        interaction.original = interaction.clickedMessage();
        Messages.edit(world, interaction.original, data, request.files());
      }
      case DEFERRED_UPDATE -> interaction.original = interaction.clickedMessage();
      default -> {}
    }
  }

  /** What everybody sees stands in the channel. */
  private void publish(ObjectNode message) {
    if ((message.path("flags").asInt() & EPHEMERAL) == 0) {
      world.add(World.CHANNEL, message);
    }
  }

  private ObjectNode response(FakeInteraction interaction, int type) {
    ObjectNode response = Payloads.object();
    ObjectNode about =
        response
            .putObject("interaction")
            .put("id", interaction.id())
            .put("type", interaction.type())
            .put("response_message_loading", type == DEFERRED_MESSAGE)
            .put("response_message_ephemeral", false);
    ObjectNode original = interaction.original;
    ObjectNode resource = response.putObject("resource").put("type", type);
    if (original != null && type != DEFERRED_UPDATE) {
      about.put("response_message_id", original.path("id").asText());
      resource.set("message", original);
    }
    return response;
  }

  private Response withAnswered(String token, Function<FakeInteraction, Response> work) {
    FakeInteraction interaction = byToken.get(token);
    if (interaction == null || !interaction.isAcknowledged()) {
      return Response.error(404, 10_015, "Unknown Webhook");
    }
    return work.apply(interaction);
  }

  private Response withMessage(String token, String id, Function<ObjectNode, Response> work) {
    return withAnswered(
        token,
        interaction -> {
          ObjectNode message =
              id.equals("@original")
                  ? interaction.original
                  : interaction.followUps.stream()
                      .filter(sent -> sent.path("id").asText().equals(id))
                      .findFirst()
                      .orElse(null);
          return message == null
              ? Response.error(404, 10_008, "Unknown Message")
              : work.apply(message);
        });
  }

  private static boolean fits(FakeInteraction interaction, int type) {
    return switch (interaction.type()) {
      case 4 -> type == SUGGESTIONS;
      case 3 -> Set.of(MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE).contains(type);
      default -> Set.of(PONG, MESSAGE, DEFERRED_MESSAGE).contains(type);
    };
  }

  private static Optional<Response> tooManyChoices(JsonNode data) {
    return data.path("choices").size() > 25
        ? Optional.of(Response.error(400, 50_035, "Invalid Form Body: choices"))
        : Optional.empty();
  }
}
