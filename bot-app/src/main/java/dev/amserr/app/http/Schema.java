package dev.amserr.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The shape of JSON, as JSON Schema 2020-12. Immutable.
 *
 * <p>Objects may have more fields than are listed: fields are added freely and never renamed.
 */
public final class Schema {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode node;
  private final Map<String, Schema> named;

  private Schema(ObjectNode node, Map<String, Schema> named) {
    this.node = node;
    this.named = named;
  }

  public static Schema text() {
    return of("string");
  }

  /** A point in time, RFC 3339. */
  public static Schema time() {
    return text().with(node -> node.put("format", "date-time"));
  }

  /** One of these words. */
  public static Schema oneOf(String... words) {
    return text()
        .with(
            node -> {
              ArrayNode values = node.putArray("enum");
              for (String word : words) {
                values.add(word);
              }
              return node;
            });
  }

  public static Schema integer() {
    return of("integer");
  }

  public static Schema number() {
    return of("number");
  }

  public static Schema flag() {
    return of("boolean");
  }

  public static Schema listOf(Schema items) {
    ObjectNode list = JSON.objectNode().put("type", "array");
    list.set("items", items.node);
    return new Schema(list, items.named);
  }

  /** Any names with values of one shape. */
  public static Schema mapOf(Schema values) {
    ObjectNode map = JSON.objectNode().put("type", "object");
    map.set("additionalProperties", values.node);
    return new Schema(map, values.named);
  }

  /** An object without fields yet. */
  public static Schema object() {
    return of("object");
  }

  /** The same object with a field that is always there. */
  public Schema field(String name, Schema schema) {
    Schema more = optional(name, schema);
    more.node.withArray("required").add(name);
    return more;
  }

  /** The same object with a field that may be missing. */
  public Schema optional(String name, Schema schema) {
    Map<String, Schema> names = new TreeMap<>(named);
    names.putAll(schema.named);
    ObjectNode copy = node.deepCopy();
    copy.withObject("/properties").set(name, schema.node);
    return new Schema(copy, names);
  }

  /** The same, or null. */
  public Schema orNull() {
    return with(
        copy -> {
          String type = copy.path("type").asText();
          copy.putArray("type").add(type).add("null");
          return copy;
        });
  }

  /** The same with a sentence about it. */
  public Schema described(String sentence) {
    return with(copy -> copy.put("description", sentence));
  }

  /** A reference to this schema, which stands under a name of its own in the document. */
  public Schema named(String name) {
    Map<String, Schema> names = new TreeMap<>(named);
    names.put(name, this);
    return new Schema(JSON.objectNode().put("$ref", "#/components/schemas/" + name), names);
  }

  /** What stands where this schema is used. */
  ObjectNode node() {
    return node.deepCopy();
  }

  /** The schemas that it refers to, by name. */
  Map<String, Schema> references() {
    return Map.copyOf(named);
  }

  private static Schema of(String type) {
    return new Schema(JSON.objectNode().put("type", type), Map.of());
  }

  private Schema with(UnaryOperator<ObjectNode> change) {
    return new Schema(change.apply(node.deepCopy()), named);
  }
}
