package dev.amserr.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What Discord refuses in a message (its reference, "Message Resource" and "Component Reference"),
 * written down apart from the product's limits.
 */
public final class MessageRules {

  private final ObjectNode errors = Payloads.object();
  private int embedTotal;

  private MessageRules() {}

  /** The errors by field; empty if the message may be sent. */
  public static Optional<ObjectNode> broken(JsonNode message, int files) {
    MessageRules rules = new MessageRules();
    rules.check(message, files);
    return rules.errors.isEmpty() ? Optional.empty() : Optional.of(rules.errors);
  }

  static boolean isEmpty(JsonNode message, int files) {
    return message.path("content").asText("").isBlank()
        && message.path("embeds").isEmpty()
        && message.path("components").isEmpty()
        && message.path("poll").isMissingNode()
        && files == 0;
  }

  private void check(JsonNode message, int files) {
    atMost("content", message.path("content"), 2_000);
    atMost("nonce", message.path("nonce"), 25);
    countAtMost("embeds", message.path("embeds"), 10);
    message.path("embeds").forEach(this::embed);
    if (embedTotal > 6_000) {
      fail("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
    }
    components(message.path("components"));
    if (files > 10) {
      fail("files", "BASE_TYPE_MAX_LENGTH", "At most 10 files");
    }
    for (JsonNode user : message.path("allowed_mentions").path("users")) {
      if (!user.asText().matches("[0-9]{15,20}")) {
        fail("allowed_mentions", "NUMBER_TYPE_COERCE", "Not a snowflake");
      }
    }
    countAtMost("allowed_mentions.users", message.path("allowed_mentions").path("users"), 100);
  }

  private void embed(JsonNode embed) {
    total("embed.title", embed.path("title"), 256);
    total("embed.description", embed.path("description"), 4_096);
    total("embed.footer.text", embed.path("footer").path("text"), 2_048);
    total("embed.author.name", embed.path("author").path("name"), 256);
    countAtMost("embed.fields", embed.path("fields"), 25);
    for (JsonNode field : embed.path("fields")) {
      required("embed.fields.name", field.path("name"));
      required("embed.fields.value", field.path("value"));
      total("embed.fields.name", field.path("name"), 256);
      total("embed.fields.value", field.path("value"), 1_024);
    }
    url("embed.url", embed.path("url"));
    url("embed.image.url", embed.path("image").path("url"));
    boolean says =
        embed.has("title")
            || embed.has("description")
            || embed.has("image")
            || embed.has("author")
            || embed.has("footer")
            || !embed.path("fields").isEmpty();
    if (!says) {
      fail("embed", "BASE_TYPE_REQUIRED", "An embed must say something");
    }
  }

  private void components(JsonNode rows) {
    countAtMost("components", rows, 5);
    Set<String> ids = new HashSet<>();
    for (JsonNode row : rows) {
      if (row.path("type").asInt() != 1 || row.path("components").isEmpty()) {
        fail("components", "UNION_TYPE_CHOICES", "Only rows that are not empty");
      }
      boolean hasMenu = false;
      for (JsonNode component : row.path("components")) {
        hasMenu |= component.path("type").asInt() == 3;
        component(component, ids);
      }
      countAtMost("components.row", row.path("components"), hasMenu ? 1 : 5);
    }
  }

  private void component(JsonNode component, Set<String> ids) {
    atMost("custom_id", component.path("custom_id"), 100);
    if (component.has("custom_id") && !ids.add(component.path("custom_id").asText())) {
      fail(
          "custom_id",
          "COMPONENT_CUSTOM_ID_DUPLICATED",
          "Component custom id cannot be duplicated");
    }
    if (component.path("type").asInt() == 2) {
      atMost("label", component.path("label"), 80);
      return;
    }
    atMost("placeholder", component.path("placeholder"), 150);
    countAtMost("options", component.path("options"), 25);
    for (JsonNode option : component.path("options")) {
      required("options.label", option.path("label"));
      atMost("options.label", option.path("label"), 100);
      atMost("options.value", option.path("value"), 100);
    }
  }

  private void total(String field, JsonNode text, int most) {
    atMost(field, text, most);
    embedTotal += length(text);
  }

  private void atMost(String field, JsonNode text, int most) {
    if (length(text) > most) {
      fail(field, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.");
    }
  }

  private void countAtMost(String field, JsonNode list, int most) {
    if (list.size() > most) {
      fail(field, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length.");
    }
  }

  private void required(String field, JsonNode text) {
    if (text.asText("").isBlank()) {
      fail(field, "BASE_TYPE_REQUIRED", "This field is required");
    }
  }

  private void url(String field, JsonNode url) {
    if (url.isTextual()
        && !url.asText().matches("(https?://[^/\\s:]+\\.[^/\\s]+(/\\S*)?|attachment://\\S+)")) {
      fail(field, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
    }
  }

  private void fail(String field, String code, String text) {
    errors
        .withObjectProperty(field)
        .putArray("_errors")
        .addObject()
        .put("code", code)
        .put("message", text);
  }

  private static int length(JsonNode text) {
    String value = text.asText("");
    return value.codePointCount(0, value.length());
  }
}
