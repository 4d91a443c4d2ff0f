package dev.amserr.recurrence.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Documents of others, of which only some fields are wanted. */
final class JsonTree {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private JsonTree() {}

  /** The document; empty if the body is no JSON. */
  static Optional<JsonNode> read(byte[] body) {
    try {
      JsonNode tree = MAPPER.readTree(body);
      return tree == null || tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The first of some fields that holds a text or a number; empty if none does. */
  static String first(JsonNode object, List<String> names) {
    for (String name : names) {
      String text = object.path(name).asText("").strip();
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  static String text(JsonNode object, String name) {
    return first(object, List.of(name));
  }
}
