package dev.amserr.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.SampleReplies;
import dev.amserr.notify.Delivery;
import dev.amserr.notify.LoopbackPlatform;
import dev.amserr.notify.LoopbackPlatform.Answer;
import dev.amserr.slack.SlackSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseUrlTest {

  private static final byte[] JSON = "{\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8);

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
        assertThat(url.send(JSON).join()).isInstanceOf(Delivery.Delivered.class);
      }

      Delivery sixth = url.send(JSON).join();

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
      Delivery inTime = url.send(JSON).join();
      clock.pass(Duration.ofSeconds(1));

      Delivery late = url.send(JSON).join();

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

      Delivery delivery = url.send(JSON).join();

      assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
      assertThat(slack.requests()).hasSize(3);
    }
  }

  @Test
  void what_slack_keeps_refusing_is_given_up_after_five_uses() throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(request -> Answer.of(500, "text/plain", ""))) {
      ResponseUrl url = urls(slack.url()).open(slack.url() + "r/1").orElseThrow();

      Delivery delivery = url.send(JSON).join();

      assertThat(delivery).isInstanceOf(Delivery.Unreachable.class);
      assertThat(slack.requests()).hasSize(5);
    }
  }

  @Test
  void the_address_is_not_printed() {
    String printed = urls(SlackSettings.API).open("https://hooks.slack.com/a/s3cr3t").toString();

    assertThat(printed).contains("hooks.slack.com").doesNotContain("s3cr3t");
  }

  private ResponseUrls urls(URI api) {
    SlackSettings settings =
        new SlackSettings(List.of("secret"), null, api, Set.of("hooks.slack.com"));
    return new ResponseUrls(
        settings, new SlackHttp(Duration.ofSeconds(30)), clock, Duration.ofMillis(1));
  }
}
