package dev.amserr.discord.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.command.SampleReplies;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.reply.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;

/** Replies as the JSON that would be sent. */
final class Rendering {

  static final ObjectMapper JSON = new ObjectMapper();
  static final ReaderTime TIME = new ReaderTime(ZoneId.of("Europe/Berlin"), SampleReplies.NOW);

  private Rendering() {}

  static JsonNode json(Reply reply) {
    return json(new ReplyRenderer().render(reply, TIME));
  }

  static JsonNode json(DiscordMessage message) {
    try {
      return JSON.readTree(message.toCreate().toData().toJson());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What a reader sees: escapes and marks are gone. */
  static String visible(JsonNode message) {
    StringBuilder text = new StringBuilder();
    collect(message, text);
    return text.toString()
        .replaceAll("\\\\([^0-9A-Za-z\\s])", "$1")
        .replace("<@100000000000000001>", "Ana Ruiz")
        .replace("\u200b", "");
  }

  private static void collect(JsonNode node, StringBuilder text) {
    if (node.isValueNode()) {
      text.append(node.asText()).append('\n');
    }
    node.forEach(child -> collect(child, text));
  }
}
