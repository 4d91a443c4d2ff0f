package dev.amserr.slack.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a person did in Slack, out of a form or a payload. Missing texts are empty. */
sealed interface Interaction {

  /** Who did it, where, and how to answer. */
  Source source();

  /**
   * Where an interaction comes from.
   *
   * @param thread the message under which an answer belongs; empty outside of threads
   * @param responseUrl where it can be answered later; empty for nowhere
   * @param trigger names the interaction: Slack may deliver it twice
   */
  record Source(
      String user,
      String userName,
      String channel,
      String thread,
      String responseUrl,
      String trigger) {}

  /** A slash command: its name with the slash, and what follows it, as it was written. */
  record Command(Source source, String name, String text) implements Interaction {}

  /** A shortcut used on a message. */
  record Shortcut(Source source, String callbackId, String messageText) implements Interaction {}

  /** A button pressed or an item chosen. */
  record Press(Source source, String actionId, List<String> chosen) implements Interaction {}

  /** A modal submitted. */
  record Submission(Source source, String callbackId, List<String> values) implements Interaction {}

  /** Something that needs no more than a receipt. */
  record Notice(Source source) implements Interaction {}

  /** One function per case. */
  default <T> T fold(
      Function<Command, T> command,
      Function<Shortcut, T> shortcut,
      Function<Press, T> press,
      Function<Submission, T> submission,
      Function<Notice, T> notice) {
    if (this instanceof Command c) {
      return command.apply(c);
    }
    if (this instanceof Shortcut s) {
      return shortcut.apply(s);
    }
    if (this instanceof Press p) {
      return press.apply(p);
    }
    if (this instanceof Submission s) {
      return submission.apply(s);
    }
    return notice.apply((Notice) this);
  }

  /** The slash command of a form; empty if it is none. */
  static Optional<Command> command(Form form) {
    Source source =
        new Source(
            form.get("user_id"),
            form.get("user_name"),
            form.get("channel_id"),
            "",
            form.get("response_url"),
            form.get("trigger_id"));
    return form.get("command").startsWith("/") && !source.user().isBlank()
        ? Optional.of(new Command(source, form.get("command"), SlackText.written(form.get("text"))))
        : Optional.empty();
  }

  /** The interaction of a payload; empty if it is none that we know. */
  static Optional<Interaction> read(String payload, ObjectMapper mapper) {
    try {
      JsonNode node = mapper.readTree(payload);
      Source source = source(node);
      return source.user().isBlank() ? Optional.empty() : read(node, source);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<Interaction> read(JsonNode node, Source source) {
    return switch (node.path("type").asText()) {
      case "message_action" ->
          Optional.of(
              new Shortcut(
                  source,
                  node.path("callback_id").asText(""),
                  MessageText.of(node.path("message"))));
      case "block_actions" -> Optional.of(press(source, node.path("actions").path(0)));
      case "view_submission" ->
          Optional.of(
              new Submission(
                  source,
                  node.path("view").path("callback_id").asText(""),
                  values(node.path("view").path("state").path("values"))));
      case "view_closed" -> Optional.of(new Notice(source));
      default -> Optional.empty();
    };
  }

  private static Source source(JsonNode node) {
    JsonNode user = node.path("user");
    JsonNode message = node.path("message");
    JsonNode container = node.path("container");
    String thread = message.path("thread_ts").asText(container.path("thread_ts").asText(""));
    String name = user.path("name").asText(user.path("username").asText(""));
    return new Source(
        user.path("id").asText(""),
        name,
        node.path("channel").path("id").asText(container.path("channel_id").asText("")),
        thread,
        node.path("response_url")
            .asText(node.path("response_urls").path(0).path("response_url").asText("")),
        node.path("trigger_id").asText(""));
  }

  private static Interaction press(Source source, JsonNode action) {
    List<String> chosen = new ArrayList<>();
    if (action.has("selected_option")) {
      chosen.add(action.path("selected_option").path("value").asText(""));
    }
    action.path("selected_options").forEach(option -> chosen.add(option.path("value").asText("")));
    return new Press(source, action.path("action_id").asText(""), chosen);
  }

  /** The values of a modal's fields, in the order of its blocks. */
  private static List<String> values(JsonNode blocks) {
    List<String> values = new ArrayList<>();
    blocks.forEach(block -> block.forEach(field -> values.add(value(field))));
    return values;
  }

  private static String value(JsonNode field) {
    return field.path("value").asText(field.path("selected_option").path("value").asText(""));
  }
}
