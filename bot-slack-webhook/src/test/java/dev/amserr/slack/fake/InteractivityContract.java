package dev.amserr.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every bot owes to shortcuts, buttons and modals over HTTP, written by Slack's own types. */
public abstract class InteractivityContract {

  /** The bot, running; the same one or a new one each time. */
  protected abstract InstalledBot bot();

  @Test
  void the_message_shortcut_decodes_the_message() throws Exception {
    Message message = new Message();
    message.setText("player said &lt;code&gt;0x8088002E&lt;/code&gt; – help");
    MessageShortcutPayload shortcut = bot().slack().shortcut("decode_errors", message);

    FakeSlack.Response response = bot().slack().interact(shortcut);
    JsonNode answer = bot().slack().lateAnswer(shortcut.getResponseUrl());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(answer.path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(answer.path("text").asText()).contains("0x8088002E");
  }

  @Test
  void an_answer_to_a_message_in_a_thread_stays_in_the_thread() throws Exception {
    Message message = new Message();
    message.setText("0x8088002E");
    message.setThreadTs("1773060000.000100");
    MessageShortcutPayload shortcut = bot().slack().shortcut("decode_errors", message);

    bot().slack().interact(shortcut);

    assertThat(bot().slack().lateAnswer(shortcut.getResponseUrl()).path("thread_ts").asText())
        .isEqualTo("1773060000.000100");
  }

  @Test
  void an_alert_whose_text_stands_in_attachments_and_blocks_is_decoded_too() throws Exception {
    ObjectNode shortcut =
        (ObjectNode) FakeSlack.written(bot().slack().shortcut("decode_errors", new Message()));
    shortcut.set(
        "message",
        FakeSlack.json(
            """
            {"text": "", "blocks": [{"text": {"type": "mrkdwn", "text": "0x8088002E in a block"}}],
             "attachments": [{"fallback": "unused", "title": "in a title",
                              "fields": [{"title": "code", "value": "0x80070005"}]}]}
            """));

    bot().slack().interactRaw(shortcut.toString());

    assertThat(bot().slack().lateAnswer(shortcut.path("response_url").asText()).toString())
        .contains("0x8088002E", "0x80070005");
  }

  @Test
  void a_message_without_text_is_told_apart_from_one_without_codes() throws Exception {
    MessageShortcutPayload shortcut = bot().slack().shortcut("decode_errors", new Message());

    bot().slack().interact(shortcut);

    assertThat(bot().slack().lateAnswer(shortcut.getResponseUrl()).path("text").asText())
        .contains("This message has no text to decode");
  }

  @Test
  void a_shortcut_of_yesterday_says_so() throws Exception {
    MessageShortcutPayload shortcut = bot().slack().shortcut("of_yesterday", new Message());

    bot().slack().interact(shortcut);

    assertThat(bot().slack().lateAnswer(shortcut.getResponseUrl()).path("text").asText())
        .contains("no longer knows this shortcut");
  }

  @Test
  void the_button_to_share_posts_for_all_to_see_once() throws Exception {
    String button = shareButton();
    BlockActionPayload press = bot().slack().press(button);
    BlockActionPayload again = bot().slack().press(button);

    FakeSlack.Response response = bot().slack().interact(press);
    JsonNode shared = bot().slack().lateAnswer(press.getResponseUrl());
    bot().slack().interact(again);
    JsonNode second = bot().slack().lateAnswer(again.getResponseUrl());

    assertThat(response.body()).isEmpty();
    assertThat(shared.path("response_type").asText()).isEqualTo("in_channel");
    assertThat(shared.path("replace_original").asBoolean(true)).isFalse();
    assertThat(FakeSlack.actionIds(shared)).doesNotContain(button);
    assertThat(second.path("text").asText()).contains("Already done");
    assertThat(second.path("response_type").asText()).isEqualTo("ephemeral");
  }

  @Test
  void a_button_pressed_twice_at_once_works_once() throws Exception {
    String button = shareButton();
    BlockActionPayload one = bot().slack().press(button);
    BlockActionPayload other = bot().slack().press(button);

    CompletableFuture<FakeSlack.Response> both =
        CompletableFuture.supplyAsync(() -> bot().slack().interact(one));
    bot().slack().interact(other);
    both.join();

    assertThat(
            List.of(
                bot().slack().lateAnswer(one.getResponseUrl()).path("response_type").asText(),
                bot().slack().lateAnswer(other.getResponseUrl()).path("response_type").asText()))
        .containsExactlyInAnyOrder("in_channel", "ephemeral");
  }

  @Test
  void a_press_that_slack_delivers_twice_is_answered_once() throws Exception {
    BlockActionPayload press = bot().slack().press(shareButton());
    String body = FakeSlack.form(Map.of("payload", FakeSlack.written(press).toString()));

    bot().slack().signed(FakeSlack.INTERACTIVITY, body);
    JsonNode first = bot().slack().lateAnswer(press.getResponseUrl());
    FakeSlack.Response second =
        bot().slack().signed(FakeSlack.INTERACTIVITY, body, Duration.ofSeconds(-3));
    BlockActionPayload later = bot().slack().press(press.getActions().get(0).getActionId());
    bot().slack().interact(later);
    bot().slack().lateAnswer(later.getResponseUrl());

    assertThat(first.path("response_type").asText()).isEqualTo("in_channel");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(bot().slack().hasLateAnswer(press.getResponseUrl())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1|share|long-gone", "v0|share|1", "something else", ""})
  void an_old_button_says_that_it_is_old(String actionId) throws Exception {
    BlockActionPayload press = bot().slack().press(actionId);

    bot().slack().interact(press);

    assertThat(bot().slack().lateAnswer(press.getResponseUrl()).path("text").asText())
        .contains("too old");
  }

  @Test
  void a_submitted_modal_shows_the_answer_in_its_place() {
    ViewSubmissionPayload submission = bot().slack().submission(shareButton());

    FakeSlack.Response response = bot().slack().interact(submission);

    JsonNode answer = FakeSlack.json(response);
    assertThat(answer.path("response_action").asText()).isEqualTo("update");
    assertThat(answer.path("view").path("type").asText()).isEqualTo("modal");
    assertThat(answer.path("view").path("blocks")).isNotEmpty();
  }

  @Test
  void a_closed_modal_needs_a_receipt_only() {
    FakeSlack.Response response =
        bot().slack().interactRaw("{\"type\":\"view_closed\",\"user\":{\"id\":\"U0000001\"}}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{}",
        "{\"type\":\"block_actions\"}",
        "{\"type\":\"of_tomorrow\",\"user\":{\"id\":\"U0000001\"}}",
      })
  void what_is_no_interaction_is_a_bad_request(String payload) {
    FakeSlack.Response response = bot().slack().interactRaw(payload);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(FakeSlack.json(response).path("detail").asText()).isNotBlank();
  }

  private String shareButton() {
    JsonNode message = FakeSlack.json(bot().slack().write(bot().shareableLine()));
    return FakeSlack.actionIds(message).stream()
        .filter(id -> id.startsWith("v1|share|"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No button to share: " + message));
  }
}
