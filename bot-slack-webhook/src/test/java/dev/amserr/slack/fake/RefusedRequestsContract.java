package dev.amserr.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.slack.inbound.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not Slack's never reaches a command of any bot. */
public abstract class RefusedRequestsContract {

  private static final String CODE = "0x8088002E";
  private static final int MEGABYTE = 1024 * 1024;

  /** The bot, running; the same one or a new one each time. */
  protected abstract InstalledBot bot();

  /** A request that differs from a good one in one thing. */
  protected record Case(
      String name, int status, Refusal refusal, Function<Sending, FakeSlack.Response> sending) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What a case sends, and where to. */
  protected record Sending(FakeSlack slack, String path, String body) {

    FakeSlack.Response without(String header) {
      Map<String, String> headers = headers();
      headers.remove(header);
      return slack.post(path, body, headers);
    }

    FakeSlack.Response with(String header, String value) {
      Map<String, String> headers = headers();
      headers.put(header, value);
      return slack.post(path, body, headers);
    }

    FakeSlack.Response changed() {
      return slack.post(path, body + "&text=changed", headers());
    }

    FakeSlack.Response signedWith(String secret) {
      return slack.post(path, body, slack.headers(secret, Duration.ZERO, body));
    }

    FakeSlack.Response aged(Duration age) {
      return slack.signed(path, body, age);
    }

    FakeSlack.Response ofBytes(int bytes) {
      String large = body + "x".repeat(bytes - body.length());
      return slack.postWhenWanted(
          path, large, slack.headers(FakeSlack.SECRET, Duration.ZERO, large));
    }

    private Map<String, String> headers() {
      return slack.headers(FakeSlack.SECRET, Duration.ZERO, body);
    }
  }

  static Stream<Case> cases() {
    String signature = "X-Slack-Signature";
    String time = "X-Slack-Request-Timestamp";
    return Stream.of(
        new Case("no signature", 401, Refusal.NOT_SIGNED, s -> s.without(signature)),
        new Case("no time", 401, Refusal.NOT_SIGNED, s -> s.without(time)),
        new Case(
            "a signature of nonsense",
            401,
            Refusal.UNREADABLE,
            s -> s.with(signature, "v0=nonsense")),
        new Case("a time of nonsense", 401, Refusal.UNREADABLE, s -> s.with(time, "today")),
        new Case("a changed body", 401, Refusal.WRONG_SIGNATURE, Sending::changed),
        new Case("a foreign secret", 401, Refusal.WRONG_SIGNATURE, s -> s.signedWith("foreign")),
        new Case("old", 401, Refusal.TOO_OLD, s -> s.aged(Duration.ofSeconds(310))),
        new Case("of the future", 401, Refusal.TOO_NEW, s -> s.aged(Duration.ofSeconds(-310))),
        new Case("1 MB", 413, Refusal.TOO_LARGE, s -> s.ofBytes(MEGABYTE)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_request_that_is_not_slacks_is_refused_and_counted_by_its_cause(Case row) throws Exception {
    InstalledBot bot = bot();
    for (String path : new String[] {FakeSlack.COMMANDS, FakeSlack.INTERACTIVITY}) {
      long before = bot.refused(row.refusal());

      FakeSlack.Response response =
          row.sending().apply(new Sending(bot.slack(), path, commandBody(bot)));

      assertThat(response.statusCode()).isEqualTo(row.status());
      assertThat(response.contentType()).startsWith("application/problem+json");
      assertThat(FakeSlack.json(response).path("status").asInt()).isEqualTo(row.status());
      assertThat(FakeSlack.json(response).path("detail").asText()).isNotBlank();
      assertThat(response.body()).doesNotContain(CODE);
      assertThat(bot.refused(row.refusal())).isEqualTo(before + 1);
    }
  }

  @Test
  void what_the_former_secret_signed_is_answered() {
    InstalledBot bot = bot();
    String body = commandBody(bot);

    FakeSlack.Response response =
        new Sending(bot.slack(), FakeSlack.COMMANDS, body).signedWith(FakeSlack.FORMER_SECRET);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains(CODE);
  }

  @Test
  void a_replay_is_refused() throws Exception {
    InstalledBot bot = bot();
    String body = commandBody(bot);
    Map<String, String> headers = bot.slack().headers(FakeSlack.SECRET, Duration.ZERO, body);
    bot.slack().post(FakeSlack.COMMANDS, body, headers);
    long before = bot.refused(Refusal.REPLAYED);

    FakeSlack.Response replay = bot.slack().post(FakeSlack.COMMANDS, body, headers);

    assertThat(replay.statusCode()).isEqualTo(401);
    assertThat(bot.refused(Refusal.REPLAYED)).isEqualTo(before + 1);
  }

  @Test
  void a_signed_request_of_another_type_is_refused() {
    InstalledBot bot = bot();
    String body = "{\"command\":\"/amserr\",\"trigger\":\"" + bot.slack().trigger() + "\"}";
    Map<String, String> headers = bot.slack().headers(FakeSlack.SECRET, Duration.ZERO, body);
    headers.put("Content-Type", "application/json");

    FakeSlack.Response response = bot.slack().post(FakeSlack.COMMANDS, body, headers);

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.body()).contains(FakeSlack.FORM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&&&", "command=%zz", "text=no+command", "command=%2Famserr&text=x"})
  void a_signed_request_that_is_no_command_is_a_bad_request(String body) {
    FakeSlack.Response response = bot().slack().signed(FakeSlack.COMMANDS, body);

    assertThat(response.statusCode()).isEqualTo(400);
  }

  @Test
  void an_ssl_check_gets_a_receipt_and_nothing_else() {
    InstalledBot bot = bot();
    FakeSlack.Response signed =
        bot.slack().signed(FakeSlack.COMMANDS, "ssl_check=1&token=" + bot.slack().trigger());
    FakeSlack.Response unsigned =
        bot.slack()
            .post(
                FakeSlack.COMMANDS,
                "ssl_check=1&token=x&command=%2Famserr&text=404&user_id=U1",
                Map.of("Content-Type", FakeSlack.FORM));

    assertThat(signed.statusCode()).isEqualTo(200);
    assertThat(signed.body()).isEmpty();
    assertThat(unsigned.statusCode()).isEqualTo(200);
    assertThat(unsigned.body()).isEmpty();
  }

  @Test
  void an_ssl_check_with_a_wrong_signature_is_none() {
    FakeSlack.Response response =
        new Sending(bot().slack(), FakeSlack.COMMANDS, "ssl_check=1").signedWith("foreign");

    assertThat(response.statusCode()).isEqualTo(401);
  }

  /** A command that no other test sends. */
  private static String commandBody(InstalledBot bot) {
    return FakeSlack.form(bot.slack().commandFields("/amserr", CODE));
  }
}
