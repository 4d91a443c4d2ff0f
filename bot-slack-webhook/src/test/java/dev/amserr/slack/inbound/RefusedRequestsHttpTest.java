package dev.amserr.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not Slack's never reaches a command. */
class RefusedRequestsHttpTest {

  private Workspace workspace;

  @BeforeEach
  void open() throws Exception {
    workspace = new Workspace();
  }

  @AfterEach
  void close() throws Exception {
    workspace.close();
  }

  /** A request that differs from a good one in one thing. */
  private record Case(String name, String change, int status, Refusal refusal) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("no signature", "signature:", 401, Refusal.NOT_SIGNED),
        new Case("no time", "time:", 401, Refusal.NOT_SIGNED),
        new Case("a signature of nonsense", "signature:v0=nonsense", 401, Refusal.UNREADABLE),
        new Case("a time of nonsense", "time:today", 401, Refusal.UNREADABLE),
        new Case("a wrong signature", "body:text=changed", 401, Refusal.WRONG_SIGNATURE),
        new Case("a foreign secret", "secret:foreign", 401, Refusal.WRONG_SIGNATURE),
        new Case("signed 301 s ago", "age:301", 401, Refusal.TOO_OLD),
        new Case("signed 301 s ahead", "age:-301", 401, Refusal.TOO_NEW),
        new Case("1 MB", "size:1048576", 413, Refusal.TOO_LARGE));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_request_that_is_not_slacks_is_refused_and_counted_by_its_cause(Case row) {
    for (String path : new String[] {"/slack/commands", "/slack/interactivity"}) {
      HttpResponse<String> response = send(path, row.change());

      assertThat(response.statusCode()).isEqualTo(row.status());
      assertThat(response.headers().firstValue("Content-Type"))
          .contains("application/problem+json; charset=utf-8");
      assertThat(Workspace.json(response.body()).path("status").asInt()).isEqualTo(row.status());
      assertThat(response.body()).doesNotContain("0x8088002E");
    }
    assertThat(workspace.refusals).containsExactly(row.refusal(), row.refusal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"age:300", "age:-300", "secret:the-former-secret"})
  void what_is_just_good_enough_is_answered(String change) {
    HttpResponse<String> response = send("/slack/commands", change);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(workspace.refusals).isEmpty();
  }

  @Test
  void a_replay_is_refused() {
    send("/slack/commands", "");

    HttpResponse<String> replay = send("/slack/commands", "");

    assertThat(replay.statusCode()).isEqualTo(401);
    assertThat(workspace.refusals).containsExactly(Refusal.REPLAYED);
  }

  @Test
  void a_signed_request_of_another_type_is_refused() {
    String body = "{\"command\":\"/amserr\"}";
    Map<String, String> headers = headers(Workspace.SECRET, 0, body);
    headers.put("Content-Type", "application/json");

    HttpResponse<String> response = workspace.post("/slack/commands", body, headers);

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.body()).contains("application/x-www-form-urlencoded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&&&", "command=%zz", "text=no+command", "command=%2Famserr&text=x"})
  void a_signed_request_that_is_no_command_is_a_bad_request(String body) {
    HttpResponse<String> response = workspace.signed("/slack/commands", body);

    assertThat(response.statusCode()).isEqualTo(400);
  }

  @Test
  void an_ssl_check_gets_a_receipt_and_nothing_else() {
    HttpResponse<String> signed = workspace.signed("/slack/commands", "ssl_check=1&token=x");
    HttpResponse<String> unsigned =
        workspace.post(
            "/slack/commands",
            "ssl_check=1&token=x&command=%2Famserr&text=404&user_id=U1",
            Map.of("Content-Type", Workspace.FORM));

    assertThat(signed.statusCode()).isEqualTo(200);
    assertThat(signed.body()).isEmpty();
    assertThat(unsigned.statusCode()).isEqualTo(200);
    assertThat(unsigned.body()).isEmpty();
  }

  @Test
  void an_ssl_check_with_a_wrong_signature_is_none() {
    Map<String, String> headers = headers("foreign", 0, "ssl_check=1");

    HttpResponse<String> response = workspace.post("/slack/commands", "ssl_check=1", headers);

    assertThat(response.statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> send(String path, String change) {
    String value = change.substring(change.indexOf(':') + 1);
    String body =
        "command=%2Famserr&text=0x8088002E&user_id=U0000001&user_name=ana&channel_id=C0000001";
    Map<String, String> headers =
        headers(
            change.startsWith("secret") ? value : Workspace.SECRET,
            change.startsWith("age") ? Long.parseLong(value) : 0,
            body);
    if (change.startsWith("signature")) {
      headers.put("X-Slack-Signature", value);
    }
    if (change.startsWith("time")) {
      headers.put("X-Slack-Request-Timestamp", value);
    }
    headers.values().removeIf(String::isEmpty);
    return workspace.post(path, sent(change, value, body), headers);
  }

  private static String sent(String change, String value, String body) {
    if (change.startsWith("size")) {
      return "x".repeat(Integer.parseInt(value));
    }
    return change.startsWith("body") ? body + "&" + value : body;
  }

  private Map<String, String> headers(String secret, long age, String body) {
    String time = Long.toString(workspace.clock.instant().getEpochSecond() - age);
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", Workspace.FORM);
    headers.put("X-Slack-Request-Timestamp", time);
    headers.put("X-Slack-Signature", new SlackSignature.Generator(secret).generate(time, body));
    return headers;
  }
}
