package dev.amserr.slack.blockkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.command.SampleReplies;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.reply.Reply;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON of a reply as Slack would get it, with questions that tests ask of it. */
record Rendered(JsonNode json) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ReaderTime TIME =
      new ReaderTime(ZoneId.of("Europe/Berlin"), SampleReplies.NOW);

  static Rendered of(Reply reply) {
    return of(reply, new BlockKitRenderer(id -> Optional.empty()));
  }

  static Rendered withPictures(Reply reply) {
    return of(
        reply,
        new BlockKitRenderer(
            id -> Optional.of(URI.create("https://amserr.example.com/charts/" + id + ".png"))));
  }

  private static Rendered of(Reply reply, BlockKitRenderer renderer) {
    String json = new MessageJson().message(Map.of(), renderer.render(reply, TIME));
    try {
      return new Rendered(MAPPER.readTree(json));
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(notJson);
    }
  }

  JsonNode blocks() {
    return json.path("blocks");
  }

  /** Every object of this type, at any depth. */
  List<JsonNode> ofType(String type) {
    List<JsonNode> found = new ArrayList<>();
    collect(blocks(), type, found);
    return found;
  }

  /** What a reader sees or hears, without Slack's escapes. */
  String visible() {
    StringBuilder text = new StringBuilder();
    texts(blocks()).forEach(t -> text.append(t).append('\n'));
    return unescaped(text.toString());
  }

  /** All texts of the message as Slack counts them, with the fallback. */
  int length() {
    return json.path("text").asText().length()
        + texts(blocks()).stream().mapToInt(String::length).sum();
  }

  static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    for (JsonNode child : node) {
      texts.addAll(texts(child));
    }
    for (String name : List.of("text", "alt_text", "image_url")) {
      if (node.path(name).isTextual()) {
        texts.add(node.path(name).asText());
      }
    }
    return texts;
  }

  private static void collect(JsonNode node, String type, List<JsonNode> found) {
    if (node.path("type").asText().equals(type)) {
      found.add(node);
    }
    for (JsonNode child : node) {
      collect(child, type, found);
    }
  }
}
