package dev.amserr.command.render;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.command.reply.Reply;
import java.util.Locale;
import java.util.function.Function;

/**
 * Replies in the JSON of the command API. Thread-safe.
 *
 * <p>A card has its content twice: by kind ({@code facts}, {@code text}, {@code code}, {@code
 * list}, {@code table}, {@code links}), for programs that look for something, and as {@code parts}
 * in the order of reading with their spans, for programs that show it. Of several tables only the
 * first is by kind. Actions are there when they are stored.
 */
public final class ReplyJson {

  private final ObjectMapper mapper = new ObjectMapper();
  private final Function<String, String> pictureUrl;

  /**
   * A renderer for one site.
   *
   * @param pictureUrl where the site serves a drawn picture, by its id
   */
  public ReplyJson(Function<String, String> pictureUrl) {
    this.pictureUrl = pictureUrl;
  }

  /** The reply as the API answers it. */
  public ObjectNode render(Reply reply, ReaderTime time) {
    ObjectNode node = mapper.createObjectNode();
    node.put("text", SafeText.lines(reply.text()));
    node.put("privacy", reply.privacy().name().toLowerCase(Locale.ROOT));
    ArrayNode cards = node.putArray("cards");
    reply.cards().forEach(card -> cards.add(new CardJson(time, pictureUrl).render(card)));
    return node;
  }
}
