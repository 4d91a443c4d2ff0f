package dev.amserr.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.notify.Delivery;
import dev.amserr.notify.LoopbackPlatform.Request;
import dev.amserr.slack.fake.FakeSlack;
import dev.amserr.slack.fake.InstalledBot;
import dev.amserr.slack.fake.SlashCommandContract;
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

/** Slash commands of the sample commands, and what only a slow or a broken one shows. */
class SlashCommandHttpTest extends SlashCommandContract {

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
    FakeSlack.Response response = workspace.slack.command(command, text);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).isEqualTo("application/json; charset=utf-8");
    String shown =
        FakeSlack.json(response)
            .path("text")
            .asText()
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
    assertThat(shown).contains(answer);
  }

  @Test
  void a_person_arrives_as_an_id() {
    FakeSlack.Response response =
        workspace.slack.command(
            "/oncall", "cover team:player level:primary from:+1h until:+2h by:<@U0000002|ben>");

    assertThat(response.body()).contains("ById[id=U0000002]");
  }

  @Test
  void a_command_without_text_is_told_what_it_needs() {
    FakeSlack.Response response = workspace.slack.command("/amserr", "");

    assertThat(response.body()).contains("/amserr needs code");
  }

  @Test
  void a_slow_answer_is_acknowledged_and_follows() throws Exception {
    try (Workspace impatient = new Workspace(Duration.ofMillis(50), Optional.empty())) {
      FakeSlack.Response response = impatient.slack.command("/slow", "");
      impatient.release.countDown();
      Delivery late = impatient.nextLateAnswer();

      Request request = impatient.slack.requests().get(0);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEmpty();
      assertThat(late).isInstanceOf(Delivery.Delivered.class);
      assertThat(request.path()).startsWith("/response/");
      assertThat(FakeSlack.json(request.body()).path("text").asText()).isEqualTo("at last");
      assertThat(FakeSlack.json(request.body()).path("response_type").asText())
          .isEqualTo("ephemeral");
    }
  }

  @Test
  void answers_that_say_the_same_have_buttons_of_their_own() {
    String first = workspace.slack.write("/buttons").body();
    String second = workspace.slack.write("/buttons").body();

    List<String> ids = FakeSlack.actionIds(FakeSlack.json(first));
    List<String> others = FakeSlack.actionIds(FakeSlack.json(second));
    assertThat(others).hasSameSizeAs(ids).doesNotContainAnyElementsOf(ids);
    assertThat(first + second).doesNotContain("place-");
  }

  @Test
  void slack_never_waits_for_three_seconds() {
    assertThat(SlackEndpoint.PATIENCE).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void an_answer_in_time_is_not_sent_again() {
    workspace.slack.command("/amserr", "404");

    assertThat(workspace.slack.requests()).isEmpty();
    assertThat(workspace.lateAnswers).isEmpty();
  }

  @Test
  void a_foreign_response_url_is_not_called() throws Exception {
    try (Workspace impatient = new Workspace(Duration.ofMillis(50), Optional.empty());
        Workspace stranger = new Workspace()) {
      Map<String, String> fields = impatient.slack.commandFields("/slow", "");
      fields.put("response_url", stranger.slack.url() + "steal");

      FakeSlack.Response response =
          impatient.slack.signed(FakeSlack.COMMANDS, FakeSlack.form(fields));
      impatient.release.countDown();
      Delivery late = impatient.nextLateAnswer();

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(late).isInstanceOf(Delivery.Rejected.class);
      assertThat(stranger.slack.requests()).isEmpty();
    }
  }

  @Test
  void what_breaks_is_answered_with_a_reference() {
    FakeSlack.Response response = workspace.slack.command("/broken", "");

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
      FakeSlack.Response response = full.slack.command("/amserr", "404");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).contains("Try again in a few seconds");
    }
  }

  @Test
  void stopping_finishes_what_runs_and_takes_nothing_more() throws Exception {
    CompletableFuture<FakeSlack.Response> running =
        CompletableFuture.supplyAsync(() -> workspace.slack.command("/slow", ""));
    workspace.started.await();

    int unfinished = workspace.endpoint.stop(Duration.ofMillis(10));
    FakeSlack.Response refused = workspace.slack.command("/amserr", "404");
    workspace.release.countDown();
    int left = workspace.endpoint.stop(Duration.ofSeconds(10));

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(unfinished).isEqualTo(1);
    assertThat(left).isZero();
    assertThat(running.join().body()).contains("at last");
  }
}
