package dev.amserr.command.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The parts of cards for {@link ReplyCodec}. */
final class PartCodec {

  private final ObjectMapper mapper;
  private final Function<String, byte[]> pictures;

  PartCodec(ObjectMapper mapper, Function<String, byte[]> pictures) {
    this.mapper = mapper;
    this.pictures = pictures;
  }

  ObjectNode part(Part part) {
    return part.fold(
        facts -> {
          ObjectNode node = kind("facts").put("layout", facts.layout().name());
          facts
              .facts()
              .forEach(
                  fact ->
                      node.withArray("facts")
                          .addObject()
                          .put("name", fact.name())
                          .set("value", phrase(fact.value())));
          return node;
        },
        text -> kind("text").set("text", phrase(text.text())),
        code -> kind("code").put("language", code.language()).put("text", code.text()),
        bullets ->
            kind("bullets").put("more", bullets.more()).set("items", phrases(bullets.items())),
        this::table,
        this::sparkline,
        image -> {
          ObjectNode node = kind("image").put("id", image.id()).put("alt", image.alt());
          return image
              .source()
              .fold(remote -> node.put("url", remote.url().toString()), drawn -> node);
        },
        links -> {
          ObjectNode node = kind("links");
          links.links().forEach(link -> node.withArray("links").add(link(link)));
          return node;
        });
  }

  Part part(JsonNode node) {
    return switch (node.path("kind").asText()) {
      case "facts" ->
          new Part.Facts(
              map(
                  node.path("facts"),
                  f -> new Part.Fact(f.path("name").asText(), phrase(f.path("value")))),
              Part.Facts.Layout.valueOf(node.path("layout").asText()));
      case "text" -> new Part.Text(phrase(node.path("text")));
      case "code" -> new Part.Code(node.path("language").asText(), node.path("text").asText());
      case "bullets" ->
          new Part.Bullets(map(node.path("items"), this::phrase), node.path("more").asInt());
      case "table" ->
          new Part.Table(
              map(node.path("columns"), PartCodec::column),
              map(node.path("rows"), row -> map(row, this::phrase)),
              node.path("more").asInt());
      case "sparkline" ->
          new Part.Sparkline(
              map(node.path("values"), v -> v.isNull() ? Double.NaN : v.asDouble()),
              node.path("caption").asText());
      case "image" -> image(node);
      case "links" -> new Part.Links(map(node.path("links"), PartCodec::link));
      default -> throw new IllegalArgumentException("Not a stored part: " + node.path("kind"));
    };
  }

  ObjectNode mention(Mention mention) {
    ObjectNode node = mapper.createObjectNode().put("name", mention.name());
    mention.ids().forEach((platform, id) -> node.withObject("/ids").put(platform, id));
    return node;
  }

  Mention mention(JsonNode node) {
    Map<String, String> ids = new HashMap<>();
    node.path("ids").properties().forEach(id -> ids.put(id.getKey(), id.getValue().asText()));
    return new Mention(node.path("name").asText(), ids);
  }

  private ObjectNode table(Part.Table table) {
    ObjectNode node = kind("table").put("more", table.more());
    table
        .columns()
        .forEach(
            column ->
                node.withArray("columns")
                    .addObject()
                    .put("header", column.header())
                    .put("alignment", column.alignment().name()));
    ArrayNode rows = node.putArray("rows");
    table.rows().forEach(row -> rows.add(phrases(row)));
    return node;
  }

  private ObjectNode sparkline(Part.Sparkline sparkline) {
    ObjectNode node = kind("sparkline").put("caption", sparkline.caption());
    ArrayNode values = node.putArray("values");
    for (double value : sparkline.values()) {
      if (Double.isNaN(value)) {
        values.addNull();
      } else {
        values.add(value);
      }
    }
    return node;
  }

  private Part image(JsonNode node) {
    String id = node.path("id").asText();
    Part.Image.Source source =
        node.has("url")
            ? new Part.Image.Remote(URI.create(node.path("url").asText()))
            : new Part.Image.Drawn(() -> pictures.apply(id));
    return new Part.Image(id, node.path("alt").asText(), source);
  }

  private static Part.Column column(JsonNode node) {
    return new Part.Column(
        node.path("header").asText(),
        Part.Column.Alignment.valueOf(node.path("alignment").asText()));
  }

  private ArrayNode phrases(List<Phrase> phrases) {
    ArrayNode node = mapper.createArrayNode();
    phrases.forEach(phrase -> node.add(phrase(phrase)));
    return node;
  }

  private ArrayNode phrase(Phrase phrase) {
    ArrayNode node = mapper.createArrayNode();
    phrase.spans().forEach(span -> node.add(span(span)));
    return node;
  }

  private Phrase phrase(JsonNode node) {
    return new Phrase(map(node, this::span));
  }

  private ObjectNode span(Span span) {
    ObjectNode node = mapper.createObjectNode();
    return span.fold(
        plain -> node.put("plain", plain.text()),
        strong -> node.put("strong", strong.text()),
        code -> node.put("code", code.text()),
        time -> node.put("time", time.at().toString()).put("style", time.style().name()),
        named -> node.set("mention", mention(named.mention())),
        linked -> node.set("link", link(linked.link())));
  }

  private Span span(JsonNode node) {
    String kind = node.properties().iterator().next().getKey();
    JsonNode value = node.path(kind);
    return switch (kind) {
      case "plain" -> new Span.Plain(value.asText());
      case "strong" -> new Span.Strong(value.asText());
      case "code" -> new Span.Code(value.asText());
      case "time" ->
          new Span.Time(
              Instant.parse(value.asText()), Span.Time.Style.valueOf(node.path("style").asText()));
      case "mention" -> new Span.Named(mention(value));
      case "link" -> new Span.Linked(link(value));
      default -> throw new IllegalArgumentException("Not a stored span: " + kind);
    };
  }

  private ObjectNode link(Link link) {
    return mapper.createObjectNode().put("label", link.label()).put("url", link.url().toString());
  }

  private static Link link(JsonNode node) {
    return Link.to(node.path("label").asText(), node.path("url").asText());
  }

  private ObjectNode kind(String kind) {
    return mapper.createObjectNode().put("kind", kind);
  }

  private static <T> List<T> map(JsonNode array, Function<JsonNode, T> element) {
    List<T> list = new ArrayList<>();
    array.forEach(node -> list.add(element.apply(node)));
    return list;
  }
}
