package dev.amserr.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.app.http.HttpSettings;
import dev.amserr.app.http.RawHttp;
import dev.amserr.app.http.RawHttp.Response;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SampleBot bot;

  @BeforeAll
  void start() {
    bot = new SampleBot(HttpSettings.onLoopback(0));
  }

  @AfterAll
  void stop() {
    bot.close();
  }

  @Test
  void a_command_is_answered_with_its_reply() throws IOException {
    JsonNode reply = command("/amserr 0x8088002E");

    assertThat(reply.path("cards").path(0).path("title").asText())
        .isEqualTo("MPE_MGMT_PUBLISHING_POINT_NOT_FOUND");
    assertThat(reply.path("privacy").asText()).isEqualTo("private");
  }

  @Test
  void times_are_written_in_the_zone_of_the_reader() throws IOException {
    JsonNode reply =
        post("commands", JSON.createObjectNode().put("text", "/oncall").put("zone", "Asia/Tokyo"));

    assertThat(reply.at("/cards/0/facts/0/value").asText())
        .isEqualTo("Ana Ruiz until Mon 2026-03-16 22:00 UTC+9, in 6 days");
  }

  @Test
  void a_zone_that_does_not_exist_is_the_one_of_the_bot() throws IOException {
    JsonNode reply =
        post("commands", JSON.createObjectNode().put("text", "/oncall").put("zone", "Mars/Base"));

    assertThat(reply.at("/cards/0/facts/0/value").asText()).contains("13:00 UTC,");
  }

  @Test
  void a_confirmation_is_asked_for_given_and_used_up() throws IOException {
    JsonNode asked = command("/oncall cover player");
    String confirm = asked.at("/cards/0/actions/0/id").asText();

    JsonNode done = action(confirm);
    JsonNode again = action(confirm);

    assertThat(done.at("/cards/0/title").asText()).isEqualTo("Ana covers until Tuesday");
    assertThat(done.path("placement").asText()).isEqualTo("replace_message");
    assertThat(again.at("/cards/0/title").asText()).isEqualTo("Already done");
  }

  @Test
  void what_is_chosen_from_a_menu_reaches_its_action() throws IOException {
    String menu = command("/oncall cover player").at("/cards/0/actions/2/id").asText();
    JsonNode body = JSON.readTree("{\"id\": \"" + menu + "\", \"chosen\": [\"1h\"]}");

    JsonNode reply = post("actions", body);

    assertThat(reply.path("text").asText()).isEqualTo("You chose 1h.");
  }

  @Test
  void a_refusal_of_a_command_is_an_answer_that_says_what_to_do() throws IOException {
    JsonNode reply = command("/oncal player");

    assertThat(reply.path("text").asText()).contains("Did you mean /oncall?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "{}", "{\"text\": 5}", "{\"text\": null}"})
  void a_body_without_a_text_is_refused(String body) throws IOException {
    Response response =
        RawHttp.post(bot.port(), "/api/v1/commands", body, "Content-Type: application/json");

    assertThat(response.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "/,                  /amserr /codes /oncall /errors /mute",
    "/on,                /oncall",
    "on,                 /oncall",
    "'/oncall ',         who cover player origin encoding team:",
    "'/oncall c',        cover",
    "'/oncall p',        player",
    "/oncall team:or,    origin",
    "'/oncall cover ',   player origin encoding team: level:",
    "/oncall cover player level:b, backup",
    "/oncall cover level:primary o, origin",
    "'/amserr s',        search systems system: --share",
    "'/amserr 404 --sh', --share",
    "'/nothing ',        ''"
  })
  void an_unfinished_line_may_go_on(String line, String labels) throws IOException {
    JsonNode answer = post("completions", JSON.createObjectNode().put("text", line));

    assertThat(String.join(" ", answer.path("completions").findValuesAsText("label")))
        .isEqualTo(labels);
  }

  @Test
  void a_completion_replaces_the_end_of_the_line() throws IOException {
    JsonNode answer = post("completions", JSON.createObjectNode().put("text", "/oncall team:or"));

    assertThat(answer.at("/completions/0/from").asInt()).isEqualTo("/oncall team:".length());
    assertThat(answer.at("/completions/0/replacement").asText()).isEqualTo("origin ");
  }

  private JsonNode command(String text) throws IOException {
    return post("commands", JSON.createObjectNode().put("text", text));
  }

  private JsonNode action(String id) throws IOException {
    return post("actions", JSON.createObjectNode().put("id", id));
  }

  private JsonNode post(String what, JsonNode body) throws IOException {
    Response response =
        RawHttp.post(
            bot.port(), "/api/v1/" + what, body.toString(), "Content-Type: application/json");
    assertThat(response.status()).isEqualTo(200);
    return JSON.readTree(response.body());
  }
}
