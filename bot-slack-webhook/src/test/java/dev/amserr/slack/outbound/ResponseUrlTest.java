package dev.amserr.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.SampleReplies;
import dev.amserr.notify.Delivery;
import dev.amserr.notify.LoopbackPlatform;
import dev.amserr.notify.LoopbackPlatform.Answer;
import dev.amserr.notify.LoopbackPlatform.Request;
import dev.amserr.notify.LoopbackPlatform.ResetAfterRequest;
import dev.amserr.slack.SlackSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseUrlTest {

  private static final LateAnswer ANSWER = answer(true);

  private final TestClock clock = new TestClock(SampleReplies.NOW);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.slack.com/commands/T1/1/abc",
        "https://HOOKS.slack.com/actions/T1/1/abc",
        "http://127.0.0.1:4711/commands/1",
      })
  void slacks_hosts_and_the_configured_one_are_answered(String url) {
    ResponseUrls urls = urls(URI.create("http://127.0.0.1:4711/api/"));

    assertThat(urls.open(url)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not a url",
        "/commands/1",
        "http://hooks.slack.com/commands/1",
        "https://hooks.slack.com:8443/commands/1",
        "https://hooks.slack.com.evil.example/commands/1",
        "https://evil.example/hooks.slack.com",
        "https://hooks.slack.com@evil.example/",
        "https://user@hooks.slack.com/",
        "http://127.0.0.1:4712/commands/1",
        "https://127.0.0.1:4711/commands/1",
        "file:///etc/passwd",
        "http://169.254.169.254/latest/meta-data",
      })
  void nobody_else_is(String url) {
    ResponseUrls urls = urls(URI.create("http://127.0.0.1:4711/api/"));

    assertThat(urls.open(url)).isEmpty();
  }

  @Test
  void an_interaction_is_answered_five_times_at_most() throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(request -> Answer.of(200, "text/plain", "ok"))) {
      ResponseUrl url = urls(slack.url()).open(slack.url() + "r/1").orElseThrow();
      for (int i = 0; i < 5; i++) {
        assertThat(url.send(ANSWER).join()).isInstanceOf(Delivery.Delivered.class);
      }

      Delivery sixth = url.send(ANSWER).join();

      assertThat(sixth).isInstanceOf(Delivery.Rejected.class);
      assertThat(slack.requests()).hasSize(5);
    }
  }

  @Test
  void an_interaction_is_answered_within_thirty_minutes() throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(request -> Answer.of(200, "text/plain", "ok"))) {
      ResponseUrl url = urls(slack.url()).open(slack.url() + "r/1").orElseThrow();
      clock.pass(Duration.ofMinutes(30).minusSeconds(1));
      Delivery inTime = url.send(ANSWER).join();
      clock.pass(Duration.ofSeconds(1));

      Delivery late = url.send(ANSWER).join();

      assertThat(inTime).isInstanceOf(Delivery.Delivered.class);
      assertThat(late).isInstanceOf(Delivery.Rejected.class);
      assertThat(slack.requests()).hasSize(1);
    }
  }

  @Test
  void what_did_not_arrive_is_sent_again() throws Exception {
    AtomicInteger count = new AtomicInteger();
    try (LoopbackPlatform slack =
        new LoopbackPlatform(
            request ->
                count.incrementAndGet() == 3
                    ? Answer.of(200, "text/plain", "ok")
                    : Answer.of(503, "text/plain", ""))) {
      ResponseUrl url = urls(slack.url()).open(slack.url() + "r/1").orElseThrow();

      Delivery delivery = url.send(ANSWER).join();

      assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
      assertThat(slack.requests()).hasSize(3);
    }
  }

  @Test
  void what_slack_keeps_refusing_is_given_up_after_five_uses() throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(request -> Answer.of(500, "text/plain", ""))) {
      ResponseUrl url = urls(slack.url()).open(slack.url() + "r/1").orElseThrow();

      Delivery delivery = url.send(ANSWER).join();

      assertThat(delivery).isInstanceOf(Delivery.Unreachable.class);
      assertThat(slack.requests()).hasSize(5);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_blocks",
    "400, msg_too_long",
    "413, ''",
    "200, '{\"ok\":false,\"error\":\"invalid_blocks\"}'"
  })
  void what_slack_does_not_take_is_sent_as_text_alone(int status, String word) throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(
            request ->
                request.body().equals("full")
                    ? Answer.of(status, "text/plain", word)
                    : Answer.of(200, "text/plain", "ok"))) {
      ResponseUrl url = urls(slack.url()).open(slack.url() + "r/1").orElseThrow();

      Delivery delivery = url.send(ANSWER).join();

      assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
      assertThat(slack.requests()).extracting(Request::body).containsExactly("full", "plain");
    }
  }

  @Test
  void what_slack_does_not_take_as_text_either_is_given_up() throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(request -> Answer.of(400, "text/plain", "invalid_payload"))) {
      ResponseUrl url = urls(slack.url()).open(slack.url() + "r/1").orElseThrow();

      Delivery delivery = url.send(ANSWER).join();

      assertThat(delivery).isInstanceOf(Delivery.Rejected.class);
      assertThat(slack.requests()).extracting(Request::body).containsExactly("full", "plain");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, used_url",
    "404, '{\"ok\":false,\"error\":\"expired_url\"}'",
    "200, '{\"ok\":false,\"error\":\"used_url\"}'"
  })
  void an_address_that_is_used_up_is_not_asked_again(int status, String body) throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(request -> Answer.of(status, "application/json", body))) {
      ResponseUrl url = urls(slack.url()).open(slack.url() + "r/1").orElseThrow();

      Delivery delivery = url.send(ANSWER).join();

      assertThat(delivery).isInstanceOf(Delivery.Rejected.class);
      assertThat(slack.requests()).hasSize(1);
    }
  }

  @Test
  void a_limit_without_a_time_is_waited_for_all_the_same() throws Exception {
    AtomicInteger count = new AtomicInteger();
    try (LoopbackPlatform slack =
        new LoopbackPlatform(
            request ->
                count.incrementAndGet() == 2
                    ? Answer.of(200, "text/plain", "ok")
                    : Answer.of(429, "text/plain", "").with("Retry-After", "0"))) {
      ResponseUrl url = urls(slack.url()).open(slack.url() + "r/1").orElseThrow();

      Delivery delivery = url.send(ANSWER).join();

      assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
      assertThat(slack.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 2", "false, 1"})
  void what_may_have_arrived_is_sent_once_more_if_only_one_person_sees_it(
      boolean repeatable, int requests) throws Exception {
    try (LoopbackPlatform slack = new LoopbackPlatform(request -> new ResetAfterRequest())) {
      ResponseUrl url = urls(slack.url()).open(slack.url() + "r/1").orElseThrow();

      Delivery delivery = url.send(answer(repeatable)).join();

      assertThat(delivery).isInstanceOf(Delivery.Unknown.class);
      assertThat(slack.requests()).hasSize(requests);
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 504, 2", "false, 504, 1", "false, 502, 1"})
  void what_a_gateway_has_handed_on_may_have_arrived(boolean repeatable, int status, int requests)
      throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(request -> Answer.of(status, "text/html", "<h1>Gateway</h1>"))) {
      ResponseUrl url = urls(slack.url()).open(slack.url() + "r/1").orElseThrow();

      Delivery delivery = url.send(answer(repeatable)).join();

      assertThat(delivery).isInstanceOf(Delivery.Unknown.class);
      assertThat(slack.requests()).hasSize(requests);
    }
  }

  @Test
  void the_address_is_not_printed() {
    String printed = urls(SlackSettings.API).open("https://hooks.slack.com/a/s3cr3t").toString();

    assertThat(printed).contains("hooks.slack.com").doesNotContain("s3cr3t");
  }

  private static LateAnswer answer(boolean repeatable) {
    return new LateAnswer(() -> utf8("full"), () -> utf8("plain"), repeatable);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private ResponseUrls urls(URI api) {
    SlackSettings settings =
        new SlackSettings(List.of("secret"), null, api, Set.of("hooks.slack.com"));
    return new ResponseUrls(
        settings, new SlackHttp(Duration.ofSeconds(30)), clock, Duration.ofMillis(1));
  }
}
