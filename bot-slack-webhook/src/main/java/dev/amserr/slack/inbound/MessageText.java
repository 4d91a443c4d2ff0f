package dev.amserr.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that stands in a message. People write into {@code text}, and Slack adds the same as a
 * block of rich text; monitoring tools write into attachments or blocks, and leave {@code text}
 * empty or use it for the notification.
 */
final class MessageText {

  private static final List<String> ATTACHMENT_TEXTS = List.of("pretext", "title", "text");

  private MessageText() {}

  /** The message's texts as they were written, one below the other. */
  static String of(JsonNode message) {
    Set<String> texts = new LinkedHashSet<>();
    add(texts, message.path("text"));
    boolean hasText = !texts.isEmpty();
    for (JsonNode block : message.path("blocks")) {
      if (!hasText || !block.path("type").asText().equals("rich_text")) {
        addBlocks(texts, block);
      }
    }
    message.path("attachments").forEach(attachment -> addAttachment(texts, attachment));
    return String.join("\n", texts);
  }

  private static void addAttachment(Set<String> texts, JsonNode attachment) {
    int before = texts.size();
    ATTACHMENT_TEXTS.forEach(name -> add(texts, attachment.path(name)));
    attachment
        .path("fields")
        .forEach(
            field -> {
              add(texts, field.path("title"));
              add(texts, field.path("value"));
            });
    addBlocks(texts, attachment.path("blocks"));
    if (texts.size() == before) {
      add(texts, attachment.path("fallback"));
    }
  }

  /** A block has its text in a field of that name, at any depth. */
  private static void addBlocks(Set<String> texts, JsonNode blocks) {
    add(texts, blocks.path("text"));
    blocks.forEach(child -> addBlocks(texts, child));
  }

  private static void add(Set<String> texts, JsonNode text) {
    if (text.isTextual() && !text.asText().isBlank()) {
      texts.add(SlackText.written(text.asText()));
    }
  }
}
