package dev.amserr.command.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.ActionId;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Link;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** One card for {@link ReplyJson}. Used once. */
final class CardJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final PlainPhrases plain;
  private final Function<String, String> pictureUrl;
  private final ObjectNode card = JSON.objectNode();
  private final ArrayNode facts = JSON.arrayNode();
  private final ArrayNode list = JSON.arrayNode();
  private final ArrayNode links = JSON.arrayNode();

  CardJson(ReaderTime time, Function<String, String> pictureUrl) {
    this.plain = new PlainPhrases(time);
    this.pictureUrl = pictureUrl;
  }

  ObjectNode render(Card source) {
    card.put("title", SafeText.line(source.title()));
    source.link().ifPresent(url -> card.put("url", url.toASCIIString()));
    card.put("tone", lower(source.tone()));
    card.set("facts", facts);
    card.putNull("text");
    card.putNull("code");
    card.set("list", list);
    card.putNull("table");
    card.set("links", links);
    ArrayNode actions = card.putArray("actions");
    source
        .actions()
        .forEach(action -> action.storedId().ifPresent(id -> actions.add(action(action, id))));
    card.set("parts", array(source.parts(), this::part));
    return card;
  }

  private ObjectNode part(Part part) {
    return part.fold(
        this::facts,
        text -> {
          append("text", plain.text(text.text()), "\n\n");
          return kind("text").set("spans", spans(text.text()));
        },
        code -> {
          String text = SafeText.lines(code.text());
          append("code", text, "\n");
          return kind("code").put("language", code.language()).put("text", text);
        },
        bullets -> {
          bullets.items().forEach(item -> list.add(plain.text(item)));
          return kind("list")
              .put("more", bullets.more())
              .set("items", array(bullets.items(), this::spans));
        },
        this::table,
        sparkline ->
            kind("sparkline")
                .put("bars", Sparklines.bars(sparkline))
                .put("caption", SafeText.line(Sparklines.caption(sparkline))),
        image -> kind("image").put("alt", SafeText.line(image.alt())).put("url", url(image)),
        these -> {
          links.addAll(array(these.links(), CardJson::link));
          return kind("links").set("links", array(these.links(), CardJson::link));
        });
  }

  private ObjectNode facts(Part.Facts these) {
    for (Part.Fact fact : these.facts()) {
      facts
          .addObject()
          .put("name", SafeText.line(fact.name()))
          .put("value", plain.text(fact.value()));
    }
    return kind("facts")
        .put("layout", lower(these.layout()))
        .set("facts", array(these.facts(), this::fact));
  }

  private ObjectNode fact(Part.Fact fact) {
    return JSON.objectNode()
        .put("name", SafeText.line(fact.name()))
        .set("spans", spans(fact.value()));
  }

  private ObjectNode table(Part.Table table) {
    ArrayNode headers =
        array(table.columns(), column -> JSON.textNode(SafeText.line(column.header())));
    if (card.path("table").isNull()) {
      ObjectNode flat = card.putObject("table");
      flat.set("headers", headers.deepCopy());
      flat.set(
          "rows", array(table.rows(), row -> array(row, cell -> JSON.textNode(plain.text(cell)))));
      flat.put("more", table.more());
    }
    ObjectNode ordered = kind("table").put("more", table.more());
    ordered.set("headers", headers);
    ordered.set(
        "alignments", array(table.columns(), column -> JSON.textNode(lower(column.alignment()))));
    return ordered.set("rows", array(table.rows(), row -> array(row, this::spans)));
  }

  private ArrayNode spans(Phrase phrase) {
    return array(phrase.spans(), this::span);
  }

  private ObjectNode span(Span span) {
    ObjectNode node = JSON.objectNode().put("text", plain.text(span));
    return span.fold(
        text -> node,
        strong -> node.put("style", "strong"),
        code -> node.put("style", "code"),
        at -> node.put("time", at.at().toString()),
        named -> node.put("style", "person"),
        linked ->
            node.put("text", SafeText.line(linked.link().label()))
                .put("url", linked.link().url().toASCIIString()));
  }

  private static ObjectNode action(Action action, ActionId id) {
    ObjectNode node =
        JSON.objectNode().put("id", id.toString()).put("label", SafeText.line(action.label()));
    return action.fold(
        button -> node.put("style", lower(button.style())),
        menu -> node.set("items", array(menu.items(), CardJson::item)));
  }

  private static ObjectNode item(Action.Item item) {
    return JSON.objectNode().put("label", SafeText.line(item.label())).put("value", item.value());
  }

  private static ObjectNode link(Link link) {
    return JSON.objectNode()
        .put("label", SafeText.line(link.label()))
        .put("url", link.url().toASCIIString());
  }

  private String url(Part.Image image) {
    return image
        .source()
        .fold(remote -> remote.url().toASCIIString(), drawn -> pictureUrl.apply(image.id()));
  }

  private void append(String field, String text, String separator) {
    String before = card.path(field).isNull() ? "" : card.path(field).asText() + separator;
    card.put(field, before + text);
  }

  private static ObjectNode kind(String kind) {
    return JSON.objectNode().put("kind", kind);
  }

  private static <T> ArrayNode array(List<T> items, Function<T, JsonNode> element) {
    ArrayNode array = JSON.arrayNode();
    items.forEach(item -> array.add(element.apply(item)));
    return array;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
