package dev.amserr.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Compares JSON with the part of JSON Schema that the OpenAPI document uses. */
public final class JsonShape {

  private final JsonNode document;
  private final List<String> faults = new ArrayList<>();

  private JsonShape(JsonNode document) {
    this.document = document;
  }

  /** Where a value is not of a schema's shape; empty where it is. */
  public static List<String> faults(JsonNode document, JsonNode schema, JsonNode value) {
    JsonShape shape = new JsonShape(document);
    shape.compare("$", schema, value);
    return shape.faults;
  }

  private void compare(String at, JsonNode schema, JsonNode value) {
    JsonNode reference = schema.path("$ref");
    if (reference.isTextual()) {
      JsonNode named = document.at(reference.asText().substring(1));
      if (named.isMissingNode()) {
        faults.add(at + ": nothing stands at " + reference.asText());
      }
      compare(at, named, value);
      return;
    }
    JsonNode type = schema.path("type");
    boolean fits = type.isTextual() && isA(type.asText(), value);
    for (JsonNode one : type) {
      fits |= isA(one.asText(), value);
    }
    if (!fits) {
      faults.add(at + " is not " + type + ": " + value);
      return;
    }
    if (schema.has("enum") && !contains(schema.path("enum"), value)) {
      faults.add(at + " is none of " + schema.path("enum") + ": " + value);
    }
    for (JsonNode name : schema.path("required")) {
      if (value.isObject() && !value.has(name.asText())) {
        faults.add(at + " lacks " + name.asText());
      }
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              if (value.has(field.getKey())) {
                compare(at + "." + field.getKey(), field.getValue(), value.get(field.getKey()));
              }
            });
    if (value.isArray()) {
      value.forEach(item -> compare(at + "[]", schema.path("items"), item));
    }
    JsonNode others = schema.path("additionalProperties");
    if (others.isObject()) {
      value.forEach(item -> compare(at + ".*", others, item));
    }
  }

  private static boolean contains(JsonNode values, JsonNode value) {
    for (JsonNode one : values) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isA(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException("Not a type: " + type);
    };
  }
}
