package dev.amserr.slack.blockkit;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.slack.api.model.block.composition.PlainTextObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Messages and modals as JSON. Thread-safe. */
public final class MessageJson {

  private static final int MODAL_TITLE = 24;

  private final Gson gson =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .disableHtmlEscaping()
          .create();

  /**
   * A message with what else Slack must know about it.
   *
   * @param fields such as {@code channel}, written in alphabetical order
   */
  public String message(Map<String, ?> fields, SlackMessage message) {
    Map<String, Object> all = new LinkedHashMap<>(new TreeMap<>(fields));
    all.put("text", message.text());
    all.put("blocks", message.blocks());
    return gson.toJson(all);
  }

  /**
   * The message as text alone, in which nothing is markup.
   *
   * @param fields such as {@code channel}
   */
  public String textOnly(Map<String, ?> fields, SlackMessage message) {
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.put("text", message.text());
    all.put("mrkdwn", false);
    return write(all);
  }

  /** The answer to a submitted modal that shows a message in its place. */
  public String modal(String title, SlackMessage message) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("type", "modal");
    view.put("title", plain(Escaped.within(title, MODAL_TITLE)));
    view.put("close", plain("Close"));
    view.put("blocks", message.blocks());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("response_action", "update");
    answer.put("view", view);
    return gson.toJson(answer);
  }

  /** Anything made of texts, numbers, booleans, lists and maps. */
  public String write(Map<String, ?> fields) {
    return gson.toJson(new TreeMap<>(fields));
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(false).build();
  }
}
