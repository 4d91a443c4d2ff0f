package dev.amserr.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadParser;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandSpec;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every bot owes to slash commands over HTTP, signed and read back by Slack's own code. */
public abstract class SlashCommandContract {

  /** The bot, running; the same one or a new one each time. */
  protected abstract InstalledBot bot();

  @Test
  void help_on_every_declared_command_is_given_at_the_same_address() {
    assertThat(bot().declared()).isNotEmpty();

    for (CommandSpec spec : bot().declared()) {
      FakeSlack.Response response = bot().slack().command("/" + spec.name(), "help");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.contentType()).startsWith("application/json");
      assertThat(FakeSlack.json(response).path("text").asText()).contains("/" + spec.name());
    }
  }

  @Test
  void every_declared_command_is_carried_out_or_says_what_it_needs() {
    for (CommandSpec spec : bot().declared()) {
      for (CommandPath path : spec.signatures().keySet()) {
        FakeSlack.Response response =
            bot().slack().command("/" + path.command(), path.subcommand());

        JsonNode answer = FakeSlack.json(response);
        assertThat(response.statusCode()).as(path.toString()).isEqualTo(200);
        assertThat(answer.path("text").asText()).as(path.toString()).isNotBlank();
        assertThat(answer.path("response_type").asText()).isEqualTo("ephemeral");
        assertThat(response.body())
            .as(path.toString())
            .doesNotContain("That did not work", "There is no command");
      }
    }
  }

  @Test
  void slacks_own_parser_reads_every_request_as_the_bot_does() {
    for (CommandSpec spec : bot().declared()) {
      String body =
          FakeSlack.form(bot().slack().commandFields("/" + spec.name(), "größe & 0x8088002E"));

      SlashCommandPayload slacks = new SlashCommandPayloadParser().parse(body);
      FakeSlack.Response response = bot().slack().signed(FakeSlack.COMMANDS, body);

      assertThat(slacks.getCommand()).isEqualTo("/" + spec.name());
      assertThat(slacks.getText()).isEqualTo("größe & 0x8088002E");
      assertThat(response.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_line_break_or_an_entity_in_a_text_stays_what_was_written() {
    FakeSlack.Response response =
        bot().slack().write("/amserr &lt;Code&gt;0x8088002E&lt;/Code&gt;\nand more");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(FakeSlack.json(response).path("text").asText()).contains("0x8088002E");
  }

  @Test
  void an_unknown_command_is_told_the_nearest_one() {
    FakeSlack.Response response = bot().slack().write("/codse x");

    assertThat(FakeSlack.json(response).path("text").asText()).contains("Did you mean /codes?");
  }

  @Test
  void an_answer_is_for_whoever_asked_unless_they_want_it_shared() {
    JsonNode secret = FakeSlack.json(bot().slack().write("/amserr 404"));
    JsonNode shared = FakeSlack.json(bot().slack().write("/amserr --share 404"));

    assertThat(secret.path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(shared.path("response_type").asText()).isEqualTo("in_channel");
    assertThat(secret.path("blocks")).isNotEmpty();
  }

  @Test
  void a_command_that_slack_delivers_twice_runs_once() {
    Map<String, String> fields = bot().slack().commandFields("/amserr", "404");
    String body = FakeSlack.form(fields);
    FakeSlack.Response first = bot().slack().signed(FakeSlack.COMMANDS, body);

    FakeSlack.Response second =
        bot().slack().signed(FakeSlack.COMMANDS, body, Duration.ofSeconds(-3));

    assertThat(first.body()).contains("404");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).isEmpty();
  }
}
