package dev.amserr.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadParser;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import dev.amserr.command.CommandSpec;
import dev.amserr.notify.Delivery;
import dev.amserr.notify.LoopbackPlatform.Request;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slash commands over HTTP, signed and read back by Slack's own code. */
class SlashCommandHttpTest {

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
  void every_declared_command_is_answered_at_the_same_address() {
    List<String> names =
        workspace.registry.specs().stream()
            .map(CommandSpec::name)
            .filter(name -> !List.of("slow", "broken").contains(name))
            .toList();
    assertThat(names).contains("amserr", "codes", "oncall", "errors", "buttons");

    for (String name : names) {
      HttpResponse<String> response = workspace.command("/" + name, "help");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(Workspace.json(response.body()).path("text").asText()).contains("/" + name);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "/amserr § 0x8088002E § /amserr {code=0x8088002E}",
        "/amserr § &amp;H8088002E § /amserr {code=&H8088002E}",
        "/amserr § &lt;Code&gt;404&lt;/Code&gt; § /amserr {code=<Code>404</Code>}",
        "/amserr § <http://example.com|example.com> 404 § /amserr {code=example.com 404}",
        "/amserr § systems § /codes systems {}",
        "/codes § search blob not found § /codes search {words=blob not found}",
        "/errors § top —window 24h § /errors top {window=PT24H}",
        "/errors § top source:“web eu” § /errors top {source=web eu}",
        "/oncall § who player § /oncall who {team=player}",
        "/oncall § plyer § /oncall who {team=plyer}",
        "/codes § serach x § Did you mean search?",
        "/codse § x § There is no command “/codse”. Did you mean /codes?",
      })
  void a_line_means_what_it_says(String command, String text, String answer) {
    HttpResponse<String> response = workspace.command(command, text);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/json; charset=utf-8");
    String shown =
        Workspace.json(response.body())
            .path("text")
            .asText()
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
    assertThat(shown).contains(answer);
  }

  @Test
  void a_person_arrives_as_an_id() {
    HttpResponse<String> response =
        workspace.command(
            "/oncall", "cover team:player level:primary from:+1h until:+2h by:<@U0000002|ben>");

    assertThat(response.body()).contains("ById[id=U0000002]");
  }

  @Test
  void slacks_own_parser_reads_the_request_as_we_do() {
    String body = Workspace.form(workspace.commandFields("/amserr", "größe & 0x8088002E"));

    SlashCommandPayload slacks = new SlashCommandPayloadParser().parse(body);
    HttpResponse<String> response = workspace.signed("/slack/commands", body);

    assertThat(slacks.getCommand()).isEqualTo("/amserr");
    assertThat(slacks.getText()).isEqualTo("größe & 0x8088002E");
    assertThat(Workspace.json(response.body()).path("text").asText())
        .isEqualTo("/amserr {code=" + slacks.getText().replace("&", "&amp;") + "}");
  }

  @Test
  void a_command_without_text_is_told_what_it_needs() {
    HttpResponse<String> response = workspace.command("/amserr", "");

    assertThat(response.body()).contains("/amserr needs code");
  }

  @Test
  void an_answer_is_for_whoever_asked_unless_they_want_it_shared() {
    JsonNode secret = Workspace.json(workspace.command("/amserr", "404").body());
    JsonNode shared = Workspace.json(workspace.command("/amserr", "--share 404").body());

    assertThat(secret.path("response_type").asText()).isEqualTo("ephemeral");
    assertThat(shared.path("response_type").asText()).isEqualTo("in_channel");
    assertThat(secret.path("blocks")).isNotEmpty();
  }

  @Test
  void a_slow_answer_is_acknowledged_and_follows() throws Exception {
    try (Workspace impatient = new Workspace(Duration.ofMillis(50), Optional.empty())) {
      HttpResponse<String> response = impatient.command("/slow", "");
      impatient.release.countDown();
      Delivery late = impatient.nextLateAnswer();

      Request request = impatient.slack.requests().get(0);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEmpty();
      assertThat(late).isInstanceOf(Delivery.Delivered.class);
      assertThat(request.path()).isEqualTo("/commands/T0000001/1/abc");
      assertThat(Workspace.json(request.body()).path("text").asText()).isEqualTo("at last");
      assertThat(Workspace.json(request.body()).path("response_type").asText())
          .isEqualTo("ephemeral");
    }
  }

  @Test
  void slack_never_waits_for_three_seconds() {
    assertThat(SlackEndpoint.PATIENCE).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void an_answer_in_time_is_not_sent_again() {
    workspace.command("/amserr", "404");

    assertThat(workspace.slack.requests()).isEmpty();
    assertThat(workspace.lateAnswers).isEmpty();
  }

  @Test
  void a_foreign_response_url_is_not_called() throws Exception {
    try (Workspace impatient = new Workspace(Duration.ofMillis(50), Optional.empty());
        Workspace stranger = new Workspace()) {
      Map<String, String> fields = impatient.commandFields("/slow", "");
      fields.put("response_url", stranger.slack.url() + "steal");

      HttpResponse<String> response = impatient.signed("/slack/commands", Workspace.form(fields));
      impatient.release.countDown();
      Delivery late = impatient.nextLateAnswer();

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(late).isInstanceOf(Delivery.Rejected.class);
      assertThat(stranger.slack.requests()).isEmpty();
    }
  }

  @Test
  void what_breaks_is_answered_with_a_reference() {
    HttpResponse<String> response = workspace.command("/broken", "");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("That did not work", "c0ffee").doesNotContain("Exception");
  }

  @Test
  void when_there_is_no_room_the_answer_says_so() throws Exception {
    try (Workspace full =
        new Workspace(
            Duration.ofSeconds(30),
            Optional.of(
                task -> {
                  throw new RejectedExecutionException("full");
                }))) {
      HttpResponse<String> response = full.command("/amserr", "404");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).contains("Try again in a few seconds");
    }
  }

  @Test
  void a_command_that_slack_delivers_twice_runs_once() {
    Map<String, String> fields = workspace.commandFields("/amserr", "404");
    HttpResponse<String> first = workspace.signed("/slack/commands", Workspace.form(fields));
    workspace.clock.pass(Duration.ofSeconds(3));

    HttpResponse<String> second = workspace.signed("/slack/commands", Workspace.form(fields));

    assertThat(first.body()).contains("404");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void stopping_finishes_what_runs_and_takes_nothing_more() throws Exception {
    CompletableFuture<HttpResponse<String>> running =
        CompletableFuture.supplyAsync(() -> workspace.command("/slow", ""));
    workspace.started.await();

    int unfinished = workspace.endpoint.stop(Duration.ofMillis(10));
    HttpResponse<String> refused = workspace.command("/amserr", "404");
    workspace.release.countDown();
    int left = workspace.endpoint.stop(Duration.ofSeconds(10));

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(unfinished).isEqualTo(1);
    assertThat(left).isZero();
    assertThat(running.join().body()).contains("at last");
  }
}
