package dev.amserr.slack.blockkit;

import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;

/** Text objects in which Slack finds no link, name or emoji that we did not write. */
final class Texts {

  private Texts() {}

  static PlainTextObject plain(String escaped) {
    return PlainTextObject.builder().text(escaped).emoji(false).build();
  }

  static MarkdownTextObject mrkdwn(String markup) {
    return MarkdownTextObject.builder().text(markup).verbatim(true).build();
  }

  static TextObject of(String text, Row.Form form) {
    return form == Row.Form.PLAIN ? plain(text) : mrkdwn(form.section(text));
  }
}
