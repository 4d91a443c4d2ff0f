package dev.amserr.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.model.Message;
import dev.amserr.notify.Delivery;
import dev.amserr.slack.fake.FakeSlack;
import dev.amserr.slack.fake.InstalledBot;
import dev.amserr.slack.fake.InteractivityContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shortcuts, buttons, menus and modals of the sample commands. */
class InteractivityHttpTest extends InteractivityContract {

  private Workspace workspace;

  @Override
  protected InstalledBot bot() {
    return workspace;
  }

  @BeforeEach
  void open() throws Exception {
    workspace = new Workspace();
  }

  @AfterEach
  void close() throws Exception {
    workspace.close();
  }

  @Test
  void the_message_shortcut_hands_on_what_was_written() throws Exception {
    Message message = new Message();
    message.setText("player said &lt;code&gt;0x8088002E&lt;/code&gt; – help");
    MessageShortcutPayload shortcut = workspace.slack.shortcut("decode_errors", message);

    workspace.slack.interact(shortcut);

    assertThat(text(shortcut.getResponseUrl()))
        .isEqualTo("/amserr {code=player said &lt;code&gt;0x8088002E&lt;/code&gt; – help}");
  }

  @Test
  void the_texts_of_an_alert_are_handed_on_in_their_order() throws Exception {
    String decoded =
        decoded(
            """
            {"text": "", "blocks": [{"text": {"type": "mrkdwn", "text": "in a block"}}],
             "attachments": [{"fallback": "unused", "title": "in a title",
                              "fields": [{"title": "code", "value": "0x20200194"}]}]}
            """);

    assertThat(decoded).isEqualTo("/amserr {code=in a block\nin a title\ncode\n0x20200194}");
  }

  @Test
  void the_blocks_of_an_alert_are_read_beside_the_text_of_its_notification() throws Exception {
    assertThat(
            decoded(
                """
                {"text": "Player errors rise",
                 "blocks": [
                   {"type": "header", "text": {"type": "plain_text", "text": "Player errors rise"}},
                   {"type": "section", "text": {"type": "mrkdwn", "text": "most: 0x8088002E"}}]}
                """))
        .isEqualTo("/amserr {code=Player errors rise\nmost: 0x8088002E}");
  }

  @Test
  void what_somebody_typed_is_read_once() throws Exception {
    assertThat(
            decoded(
                """
                {"text": "see *0x8088002E* please",
                 "blocks": [
                   {"type": "rich_text", "elements": [
                     {"type": "rich_text_section", "elements": [
                       {"type": "text", "text": "see "},
                       {"type": "text", "text": "0x8088002E", "style": {"bold": true}},
                       {"type": "text", "text": " please"}]}]}]}
                """))
        .isEqualTo("/amserr {code=see *0x8088002E* please}");
  }

  @Test
  void what_somebody_typed_is_read_from_its_blocks_where_there_is_no_text() throws Exception {
    assertThat(
            decoded(
                """
                {"text": "",
                 "blocks": [
                   {"type": "rich_text", "elements": [
                     {"type": "rich_text_section", "elements": [
                       {"type": "text", "text": "0x8088002E"}]}]}]}
                """))
        .isEqualTo("/amserr {code=0x8088002E}");
  }

  @Test
  void a_button_does_what_it_says_once_and_replaces_its_message() throws Exception {
    String button = actionIds().get(0);
    BlockActionPayload press = workspace.slack.press(button);
    BlockActionPayload again = workspace.slack.press(button);

    FakeSlack.Response response = workspace.slack.interact(press);
    JsonNode first = workspace.slack.lateAnswer(press.getResponseUrl());
    workspace.slack.interact(again);
    JsonNode second = workspace.slack.lateAnswer(again.getResponseUrl());

    assertThat(response.body()).isEmpty();
    assertThat(first.path("text").asText()).isEqualTo("ana took series 12");
    assertThat(first.path("replace_original").asBoolean()).isTrue();
    assertThat(first.path("response_type").asText()).isEqualTo("in_channel");
    assertThat(second.path("text").asText()).contains("Already done");
    assertThat(second.path("replace_original").asBoolean(true)).isFalse();
    assertThat(workspace.acknowledged).hasValue(1);
  }

  @Test
  void a_chosen_item_arrives_as_its_value() throws Exception {
    BlockActionPayload press = workspace.slack.press(actionIds().get(1));
    BlockActionPayload.Action.SelectedOption option =
        new BlockActionPayload.Action.SelectedOption();
    option.setValue("1h");
    press.getActions().get(0).setSelectedOption(option);

    workspace.slack.interact(press);

    assertThat(text(press.getResponseUrl())).isEqualTo("muted series 12 for [1h]");
  }

  @Test
  void what_stands_in_a_modal_arrives_as_its_values() {
    JsonNode submission = FakeSlack.written(workspace.slack.submission(actionIds().get(1)));
    ((ObjectNode) submission.path("view"))
        .set("state", FakeSlack.json("{\"values\":{\"b1\":{\"a1\":{\"value\":\"2h\"}}}}"));

    FakeSlack.Response response = workspace.slack.interactRaw(submission.toString());

    assertThat(FakeSlack.json(response).path("view").path("blocks").toString())
        .contains("muted series 12 for [2h]");
  }

  @Test
  void a_late_answer_that_cannot_be_sent_is_counted() throws Exception {
    BlockActionPayload press = workspace.slack.press(actionIds().get(0));
    press.setResponseUrl(null);

    workspace.slack.interact(press);

    assertThat(workspace.nextLateAnswer()).isInstanceOf(Delivery.Rejected.class);
  }

  /** What the bot answers to “Decode errors” on this message. */
  private String decoded(String message) throws InterruptedException {
    ObjectNode shortcut =
        (ObjectNode) FakeSlack.written(workspace.slack.shortcut("decode_errors", new Message()));
    shortcut.set("message", FakeSlack.json(message));
    workspace.slack.interactRaw(shortcut.toString());
    return text(shortcut.path("response_url").asText());
  }

  private String text(String responseUrl) throws InterruptedException {
    return workspace.slack.lateAnswer(responseUrl).path("text").asText();
  }

  /** The ids of the buttons and menus that the bot shows: ack, mute, share. */
  private List<String> actionIds() {
    return FakeSlack.actionIds(FakeSlack.json(workspace.slack.write("/buttons")));
  }
}
