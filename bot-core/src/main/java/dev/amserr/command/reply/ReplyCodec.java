package dev.amserr.command.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A reply as text and back, with nothing lost: what is kept to be posted later, or by another node.
 *
 * <p>Bytes of pictures do not travel, only their ids. Not the JSON of the command API: {@link
 * dev.amserr.command.render.ReplyJson} is that. Thread-safe.
 */
public final class ReplyCodec {

  private final ObjectMapper mapper = new ObjectMapper();
  private final PartCodec parts;

  /**
   * A codec for one store.
   *
   * @param pictures draws a picture by its id, when a platform needs the bytes
   */
  public ReplyCodec(Function<String, byte[]> pictures) {
    this.parts = new PartCodec(mapper, pictures);
  }

  /** The reply as JSON. */
  public String write(Reply reply) {
    return reply(reply).toString();
  }

  /**
   * The reply that was written.
   *
   * @throws IllegalArgumentException if the text is nothing that {@link #write} wrote
   */
  public Reply read(String json) {
    try {
      return reply(mapper.readTree(json));
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("Not a stored reply", notJson);
    }
  }

  private ObjectNode reply(Reply reply) {
    ObjectNode node = mapper.createObjectNode();
    node.put("privacy", reply.privacy().name());
    node.put("placement", reply.placement().name());
    node.put("text", reply.text());
    reply.cards().forEach(card -> node.withArray("cards").add(card(card)));
    reply.pings().forEach(ping -> node.withArray("pings").add(parts.mention(ping)));
    reply.shared().ifPresent(form -> node.set("share", reply(form)));
    return node;
  }

  private Reply reply(JsonNode node) {
    List<Card> cards = new ArrayList<>();
    node.path("cards").forEach(card -> cards.add(card(card)));
    List<Mention> pings = new ArrayList<>();
    node.path("pings").forEach(ping -> pings.add(parts.mention(ping)));
    return new Reply(
        Privacy.valueOf(node.path("privacy").asText()),
        Placement.valueOf(node.path("placement").asText()),
        node.path("text").asText(),
        cards,
        pings,
        node.has("share") ? reply(node.path("share")) : null);
  }

  private ObjectNode card(Card card) {
    ObjectNode node = mapper.createObjectNode();
    node.put("title", card.title());
    card.link().ifPresent(url -> node.put("url", url.toString()));
    node.put("tone", card.tone().name());
    card.parts().forEach(part -> node.withArray("parts").add(parts.part(part)));
    card.actions().forEach(action -> node.withArray("actions").add(action(action)));
    return node;
  }

  private Card card(JsonNode node) {
    List<Part> cardParts = new ArrayList<>();
    node.path("parts").forEach(part -> cardParts.add(parts.part(part)));
    List<Action> actions = new ArrayList<>();
    node.path("actions").forEach(action -> actions.add(action(action)));
    return new Card(
        node.path("title").asText(),
        node.has("url") ? URI.create(node.path("url").asText()) : null,
        Tone.valueOf(node.path("tone").asText()),
        cardParts,
        actions);
  }

  private ObjectNode action(Action action) {
    ObjectNode node = mapper.createObjectNode();
    node.put("label", action.label());
    action.fold(
        button -> node.put("style", button.style().name()),
        menu -> {
          menu.items().forEach(i -> node.withObject("/items").put(i.value(), i.label()));
          return node;
        });
    return action
        .target()
        .fold(
            wanted -> node.put("action", wanted.action()).put("state", wanted.state()),
            stored -> node.put("id", stored.id().toString()));
  }

  private static Action action(JsonNode node) {
    String label = node.path("label").asText();
    Action.Target target =
        node.has("id")
            ? new Action.Stored(
                ActionId.parse(node.path("id").asText())
                    .orElseThrow(() -> new IllegalArgumentException("Not a stored reply")))
            : new Action.Wanted(node.path("action").asText(), node.path("state").asText());
    if (node.has("style")) {
      return new Action.Button(
          label, Action.Button.Style.valueOf(node.path("style").asText()), target);
    }
    Map<String, String> items = new LinkedHashMap<>();
    node.path("items").properties().forEach(i -> items.put(i.getKey(), i.getValue().asText()));
    return new Action.Menu(
        label,
        items.entrySet().stream().map(i -> new Action.Item(i.getValue(), i.getKey())).toList(),
        target);
  }
}
