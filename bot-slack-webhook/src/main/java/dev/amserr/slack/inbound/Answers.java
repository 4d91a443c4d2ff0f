package dev.amserr.slack.inbound;

import dev.amserr.command.Origin;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.reply.Placement;
import dev.amserr.command.reply.Privacy;
import dev.amserr.command.reply.Reply;
import dev.amserr.slack.blockkit.BlockKitRenderer;
import dev.amserr.slack.blockkit.MessageJson;
import dev.amserr.slack.blockkit.SlackMessage;
import dev.amserr.slack.outbound.LateAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Replies as the JSON, in UTF-8, with which Slack wants to be answered. */
final class Answers {

  private static final String MODAL_TITLE = "amserr";

  private final BlockKitRenderer renderer;
  private final MessageJson json = new MessageJson();
  private final RecentAnswers recent;

  /** How a reply is written. */
  @FunctionalInterface
  interface Form {
    byte[] write(Reply reply, Origin origin);
  }

  Answers(BlockKitRenderer renderer, Clock clock) {
    this.renderer = renderer;
    this.recent = new RecentAnswers(clock);
  }

  /** A message that answers a command, or what was done to another message. */
  byte[] message(Reply reply, Origin origin) {
    return recent.write(reply, origin, form -> written(form, origin));
  }

  /** The same for the response URL, which also takes it as text alone. */
  LateAnswer late(Reply reply, Origin origin) {
    byte[] full = message(reply, origin);
    return new LateAnswer(
        () -> full,
        () -> utf8(json.textOnly(fields(reply, origin), render(reply, origin))),
        reply.privacy() != Privacy.PUBLIC);
  }

  private String written(Reply reply, Origin origin) {
    return json.message(fields(reply, origin), render(reply, origin));
  }

  private static Map<String, Object> fields(Reply reply, Origin origin) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("response_type", reply.privacy() == Privacy.PUBLIC ? "in_channel" : "ephemeral");
    fields.put("replace_original", reply.placement() == Placement.REPLACE_MESSAGE);
    if (!origin.place().thread().isEmpty()) {
      fields.put("thread_ts", origin.place().thread());
    }
    return fields;
  }

  /** A modal in place of the one that was submitted. */
  byte[] modal(Reply reply, Origin origin) {
    return utf8(json.modal(MODAL_TITLE, render(reply, origin)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private SlackMessage render(Reply reply, Origin origin) {
    return renderer.render(reply, new ReaderTime(origin.zone(), origin.at()));
  }
}
