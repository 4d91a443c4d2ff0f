package dev.amserr.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.discord.fake.HttpExchange.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes and changes messages as they are asked for. */
final class Messages {

  private Messages() {}

  static Optional<Response> refusal(JsonNode body, int files) {
    if (MessageRules.isEmpty(body, files)) {
      return Optional.of(Response.error(400, 50_006, "Cannot send an empty message"));
    }
    return MessageRules.broken(body, files)
        .map(
            errors -> {
              ObjectNode error =
                  Payloads.object().put("message", "Invalid Form Body").put("code", 50_035);
              error.set("errors", errors);
              return Response.json(400, error);
            });
  }

  static ObjectNode create(
      World world, String channel, JsonNode body, Map<Integer, Multipart.File> files) {
    ObjectNode message =
        Payloads.message(world.ids.next(), channel, world.bot(), body.path("content").asText(""));
    message.put("flags", body.path("flags").asInt(0));
    fill(world, message, body, files);
    return message;
  }

  static void edit(
      World world, ObjectNode message, JsonNode body, Map<Integer, Multipart.File> files) {
    if (body.hasNonNull("content")) {
      message.put("content", body.path("content").asText());
    }
    message.put("edited_timestamp", world.clock.instant().toString());
    fill(world, message, body, files);
  }

  private static void fill(
      World world, ObjectNode message, JsonNode body, Map<Integer, Multipart.File> files) {
    if (body.has("embeds")) {
      ArrayNode embeds = message.putArray("embeds");
      body.path("embeds")
          .forEach(embed -> embeds.add(((ObjectNode) embed.deepCopy()).put("type", "rich")));
    }
    if (body.has("components")) {
      message.set("components", body.path("components").deepCopy());
    }
    if (body.has("attachments") || !files.isEmpty()) {
      ArrayNode attachments = message.putArray("attachments");
      files.forEach((index, file) -> attachments.add(attachment(world, body, index, file)));
    }
    ArrayNode mentions = message.putArray("mentions");
    for (JsonNode user : body.path("allowed_mentions").path("users")) {
      mentions.add(Payloads.user(user.asText(), "user" + user.asText(), false));
    }
    List<JsonNode> parse = new ArrayList<>();
    body.path("allowed_mentions").path("parse").forEach(parse::add);
    boolean everyone =
        !body.has("allowed_mentions")
            || parse.stream().anyMatch(kind -> kind.asText().equals("everyone"));
    message.put(
        "mention_everyone", everyone && message.path("content").asText().contains("@everyone"));
  }

  private static ObjectNode attachment(World world, JsonNode body, int index, Multipart.File file) {
    String id = world.ids.next();
    ObjectNode attachment =
        Payloads.object()
            .put("id", id)
            .put("filename", file.name())
            .put("size", file.content().length())
            .put("url", world.attachmentUrl(id, file.name()))
            .put("proxy_url", world.attachmentUrl(id, file.name()))
            .put("content_type", "image/png");
    for (JsonNode declared : body.path("attachments")) {
      if (declared.path("id").asInt(-1) == index && declared.hasNonNull("description")) {
        attachment.set("description", declared.path("description"));
      }
    }
    return attachment;
  }
}
