package dev.amserr.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.Message;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.amserr.notify.Delivery;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shortcuts, buttons, menus and modals over HTTP, written by Slack's own types. */
class InteractivityHttpTest {

  private static final Gson SLACK = GsonFactory.createSnakeCase();

  private Workspace workspace;

  @BeforeEach
  void open() throws Exception {
    workspace = new Workspace();
  }

  @AfterEach
  void close() throws Exception {
    workspace.close();
  }

  @Test
  void the_message_shortcut_decodes_the_message() throws Exception {
    Message message = new Message();
    message.setText("player said &lt;code&gt;0x8088002E&lt;/code&gt; – help");

    HttpResponse<String> response = workspace.interaction(shortcut("decode_errors", message));
    workspace.nextLateAnswer();

    JsonNode answer = workspace.lastLateMessage();
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(answer.path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(answer.path("text").asText())
        .isEqualTo("/amserr {code=player said &lt;code&gt;0x8088002E&lt;/code&gt; – help}");
  }

  @Test
  void an_answer_to_a_message_in_a_thread_stays_in_the_thread() throws Exception {
    Message message = new Message();
    message.setText("0x8088002E");
    message.setThreadTs("1773060000.000100");

    workspace.interaction(shortcut("decode_errors", message));
    workspace.nextLateAnswer();

    assertThat(workspace.lastLateMessage().path("thread_ts").asText())
        .isEqualTo("1773060000.000100");
  }

  @Test
  void an_alert_whose_text_stands_in_attachments_and_blocks_is_decoded_too() throws Exception {
    String payload =
        "{'type':'message_action','callback_id':'decode_errors','trigger_id':'9.9',"
            + "'user':{'id':'U0000001','name':'ana'},'channel':{'id':'C0000001'},"
            + "'response_url':'"
            + workspace.slack.url()
            + "r','message':{'text':'','blocks':[{'type':'section','text':{'type':'mrkdwn',"
            + "'text':'in a block'}}],'attachments':[{'fallback':'unused','title':'in a title',"
            + "'fields':[{'title':'code','value':'0x20200194'}]}]}}";

    workspace.interaction(payload.replace('\'', '"'));
    workspace.nextLateAnswer();

    assertThat(workspace.lastLateMessage().path("text").asText())
        .isEqualTo("/amserr {code=in a block\nin a title\ncode\n0x20200194}");
  }

  @Test
  void a_message_without_text_is_told_apart_from_one_without_codes() throws Exception {
    workspace.interaction(shortcut("decode_errors", new Message()));
    workspace.nextLateAnswer();

    assertThat(workspace.lastLateMessage().path("text").asText())
        .contains("This message has no text to decode");
  }

  @Test
  void a_shortcut_of_yesterday_says_so() throws Exception {
    workspace.interaction(shortcut("of_yesterday", new Message()));
    workspace.nextLateAnswer();

    assertThat(workspace.lastLateMessage().path("text").asText())
        .contains("no longer knows this shortcut");
  }

  @Test
  void a_button_does_what_it_says_once_and_replaces_its_message() throws Exception {
    String button = actionIds().get(0);

    HttpResponse<String> response = workspace.interaction(press(button));
    workspace.nextLateAnswer();
    JsonNode first = workspace.lastLateMessage();
    workspace.interaction(press(button));
    workspace.nextLateAnswer();
    JsonNode second = workspace.lastLateMessage();

    assertThat(response.body()).isEmpty();
    assertThat(first.path("text").asText()).isEqualTo("ana took series 12");
    assertThat(first.path("replace_original").asBoolean()).isTrue();
    assertThat(first.path("response_type").asText()).isEqualTo("in_channel");
    assertThat(second.path("text").asText()).contains("Already done");
    assertThat(second.path("replace_original").asBoolean(true)).isFalse();
    assertThat(workspace.acknowledged).hasValue(1);
  }

  @Test
  void a_press_that_slack_delivers_twice_counts_once() throws Exception {
    BlockActionPayload payload = pressPayload(actionIds().get(0));
    payload.setTriggerId("7.7");

    workspace.interaction(SLACK.toJson(payload));
    workspace.nextLateAnswer();
    workspace.clock.pass(Duration.ofSeconds(1));
    HttpResponse<String> second = workspace.interaction(SLACK.toJson(payload));

    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(workspace.acknowledged).hasValue(1);
    assertThat(workspace.lateAnswers).isEmpty();
  }

  @Test
  void a_chosen_item_arrives_as_its_value() throws Exception {
    BlockActionPayload payload = pressPayload(actionIds().get(1));
    BlockActionPayload.Action.SelectedOption option =
        new BlockActionPayload.Action.SelectedOption();
    option.setValue("1h");
    payload.getActions().get(0).setSelectedOption(option);

    workspace.interaction(SLACK.toJson(payload));
    workspace.nextLateAnswer();

    assertThat(workspace.lastLateMessage().path("text").asText())
        .isEqualTo("muted series 12 for [1h]");
  }

  @Test
  void share_posts_for_all_to_see() throws Exception {
    workspace.interaction(press(actionIds().get(2)));
    workspace.nextLateAnswer();

    JsonNode shared = workspace.lastLateMessage();
    assertThat(shared.path("response_type").asText()).isEqualTo("in_channel");
    assertThat(shared.path("replace_original").asBoolean(true)).isFalse();
    assertThat(shared.path("text").asText()).contains("Buttons");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1|ack|long-gone", "v0|ack|1", "something else", ""})
  void an_old_button_says_that_it_is_old(String actionId) throws Exception {
    workspace.interaction(press(actionId));
    workspace.nextLateAnswer();

    assertThat(workspace.lastLateMessage().path("text").asText()).contains("too old");
  }

  @Test
  void a_submitted_modal_shows_the_answer_in_its_place() {
    String callback = actionIds().get(1);
    View view = new View();
    view.setCallbackId(callback);
    ViewSubmissionPayload payload = new ViewSubmissionPayload();
    payload.setTriggerId(workspace.trigger());
    ViewSubmissionPayload.User user = new ViewSubmissionPayload.User();
    user.setId("U0000001");
    user.setName("ana");
    payload.setUser(user);
    payload.setView(view);
    JsonNode json = Workspace.json(SLACK.toJson(payload));
    ((ObjectNode) json.path("view"))
        .set("state", Workspace.json("{\"values\":{\"b1\":{\"a1\":{\"value\":\"2h\"}}}}"));

    HttpResponse<String> response = workspace.interaction(json.toString());

    JsonNode answer = Workspace.json(response.body());
    assertThat(answer.path("response_action").asText()).isEqualTo("update");
    assertThat(answer.path("view").path("type").asText()).isEqualTo("modal");
    assertThat(answer.path("view").path("blocks").toString()).contains("muted series 12 for [2h]");
  }

  @Test
  void a_closed_modal_needs_a_receipt_only() {
    HttpResponse<String> response =
        workspace.interaction("{\"type\":\"view_closed\",\"user\":{\"id\":\"U0000001\"}}");

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
    HttpResponse<String> response = workspace.interaction(payload);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Workspace.json(response.body()).path("detail").asText()).isNotBlank();
  }

  @Test
  void a_late_answer_that_cannot_be_sent_is_counted() throws Exception {
    BlockActionPayload payload = pressPayload(actionIds().get(0));
    payload.setResponseUrl(null);

    workspace.interaction(SLACK.toJson(payload));

    assertThat(workspace.nextLateAnswer()).isInstanceOf(Delivery.Rejected.class);
  }

  /** The ids of the buttons and menus that the bot shows: ack, mute, share. */
  private List<String> actionIds() {
    JsonNode message = Workspace.json(workspace.command("/buttons", "").body());
    return message.path("blocks").findValuesAsText("action_id");
  }

  private String press(String actionId) {
    return SLACK.toJson(pressPayload(actionId));
  }

  private BlockActionPayload pressPayload(String actionId) {
    BlockActionPayload payload = new BlockActionPayload();
    BlockActionPayload.User user = new BlockActionPayload.User();
    user.setId("U0000001");
    user.setName("ana");
    BlockActionPayload.Channel channel = new BlockActionPayload.Channel();
    channel.setId("C0000001");
    BlockActionPayload.Action action = new BlockActionPayload.Action();
    action.setActionId(actionId);
    action.setType("button");
    payload.setUser(user);
    payload.setChannel(channel);
    payload.setActions(List.of(action));
    payload.setTriggerId(workspace.trigger());
    payload.setResponseUrl(workspace.slack.url() + "actions/T0000001/1/abc");
    return payload;
  }

  private String shortcut(String callbackId, Message message) {
    MessageShortcutPayload payload = new MessageShortcutPayload();
    MessageShortcutPayload.User user = new MessageShortcutPayload.User();
    user.setId("U0000001");
    user.setName("ana");
    MessageShortcutPayload.Channel channel = new MessageShortcutPayload.Channel();
    channel.setId("C0000001");
    payload.setUser(user);
    payload.setChannel(channel);
    payload.setCallbackId(callbackId);
    payload.setMessage(message);
    payload.setTriggerId(workspace.trigger());
    payload.setResponseUrl(workspace.slack.url() + "app/T0000001/1/abc");
    return SLACK.toJson(payload);
  }
}
