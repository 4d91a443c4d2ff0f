package dev.amserr.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.command.SampleReplies;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Reply;
import dev.amserr.notify.Channel;
import dev.amserr.notify.Channel.OnUnknown;
import dev.amserr.notify.Delivery;
import dev.amserr.notify.LoopbackPlatform;
import dev.amserr.notify.LoopbackPlatform.Answer;
import dev.amserr.notify.NotifierContract;
import dev.amserr.notify.Post;
import dev.amserr.slack.blockkit.BlockKitRenderer;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackWebhookNotifierTest extends NotifierContract {

  private static final String SECRET_PATH = "services/T00/B00/s3cr3t";

  private static final Post WITH_PICTURE =
      new Post(
          "digest:daily:2",
          Reply.of(
              Card.titled("Digest")
                  .part(
                      new Part.Image(
                          "chart-12", "Errors a day", new Part.Image.Drawn(() -> new byte[0])))
                  .build()));

  private final TestClock clock = new TestClock(SampleReplies.NOW);

  @Override
  protected SlackWebhookNotifier notifier(URI platform, Duration timeout) {
    return new SlackWebhookNotifier(
        new SlackHttp(timeout),
        new BlockKitRenderer(
            id -> Optional.of(URI.create("https://amserr.example.com/charts/" + id + ".png"))),
        ZoneOffset.UTC,
        clock);
  }

  @Override
  protected Channel channel(URI platform) {
    return new Channel.SlackWebhook(platform.resolve(SECRET_PATH), OnUnknown.HOLD);
  }

  @Override
  protected Channel foreignChannel() {
    return new Channel.SlackChannel("C0123456789");
  }

  @Override
  protected Answer taken() {
    return Answer.of(200, "text/html", "ok");
  }

  @Override
  protected Answer refused(int status) {
    return Answer.of(status, "text/html", "something_or_other");
  }

  @Override
  protected List<String> secrets() {
    return List.of("s3cr3t", "services");
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_blocks, INVALID",
    "400, invalid_payload, INVALID",
    "400, msg_too_long, TOO_LARGE",
    "403, action_prohibited, FORBIDDEN",
    "403, invalid_token, UNAUTHORIZED",
    "404, no_service, GONE",
    "404, channel_not_found, GONE",
    "410, channel_is_archived, GONE",
    "302, '', INVALID",
  })
  void slacks_word_for_it_decides_the_cause(int status, String word, Delivery.Cause cause)
      throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(request -> Answer.of(status, "text/html", word))) {
      Delivery delivery = notifier(slack.url(), PATIENT).post(channel(slack.url()), POST);

      assertThat(delivery)
          .isInstanceOfSatisfying(
              Delivery.Rejected.class,
              rejected -> {
                assertThat(rejected.cause()).isEqualTo(cause);
                assertThat(rejected.reason()).contains("Slack answered " + status, word);
              });
    }
  }

  @Test
  void a_success_that_is_not_slacks_is_unknown() throws Exception {
    try (LoopbackPlatform proxy =
        new LoopbackPlatform(request -> Answer.of(200, "text/html", "<h1>Log in</h1>"))) {
      Delivery delivery = notifier(proxy.url(), PATIENT).post(channel(proxy.url()), POST);

      assertThat(delivery).isInstanceOf(Delivery.Unknown.class);
    }
  }

  @Test
  void a_message_has_blocks_and_a_text_and_unfolds_no_links() throws Exception {
    try (LoopbackPlatform slack = new LoopbackPlatform(request -> taken())) {
      notifier(slack.url(), PATIENT).post(channel(slack.url()), POST);

      LoopbackPlatform.Request request = slack.requests().get(0);
      JsonNode body = new ObjectMapper().readTree(request.body());
      assertThat(request.path()).isEqualTo("/" + SECRET_PATH);
      assertThat(request.headers())
          .containsEntry("content-type", "application/json; charset=utf-8");
      assertThat(body.path("text").asText()).isEqualTo("2 errors since 09:00");
      assertThat(body.path("blocks")).hasSize(1);
      assertThat(body.path("unfurl_links").asBoolean(true)).isFalse();
    }
  }

  @Test
  void a_picture_that_slack_cannot_fetch_is_put_into_words() throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(
            request ->
                request.body().contains("\"type\":\"image\"")
                    ? Answer.of(400, "text/html", "invalid_blocks")
                    : taken())) {
      Delivery delivery = notifier(slack.url(), PATIENT).post(channel(slack.url()), WITH_PICTURE);

      assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
      assertThat(slack.requests()).hasSize(2);
      assertThat(slack.requests().get(1).body())
          .contains("Errors a day", "https://amserr.example.com/charts/chart-12.png");
    }
  }

  @Test
  void a_message_that_slack_cannot_read_without_its_pictures_either_is_refused() throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(request -> Answer.of(400, "text/html", "invalid_blocks"))) {
      SlackWebhookNotifier notifier = notifier(slack.url(), PATIENT);

      Delivery delivery = notifier.post(channel(slack.url()), WITH_PICTURE);

      assertThat(delivery)
          .isInstanceOfSatisfying(
              Delivery.Rejected.class,
              rejected -> assertThat(rejected.cause()).isEqualTo(Delivery.Cause.INVALID));
      assertThat(slack.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"400, msg_too_long", "403, action_prohibited", "500, ''", "429, ''"})
  void what_pictures_have_nothing_to_do_with_is_sent_once(int status, String word)
      throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(request -> Answer.of(status, "text/html", word))) {
      notifier(slack.url(), PATIENT).post(channel(slack.url()), WITH_PICTURE);

      assertThat(slack.requests()).hasSize(1);
    }
  }

  @Test
  void a_channel_gets_one_message_a_second_and_others_are_not_delayed() throws Exception {
    try (LoopbackPlatform slack = new LoopbackPlatform(request -> taken())) {
      SlackWebhookNotifier notifier = notifier(slack.url(), PATIENT);
      Channel channel = channel(slack.url());
      Channel other =
          new Channel.SlackWebhook(slack.url().resolve("services/other"), OnUnknown.HOLD);

      Delivery first = notifier.post(channel, POST);
      clock.pass(Duration.ofMillis(400));
      Delivery tooSoon = notifier.post(channel, POST);
      Delivery elsewhere = notifier.post(other, POST);
      clock.pass(Duration.ofMillis(600));
      Delivery inTurn = notifier.post(channel, POST);

      assertThat(List.of(first, elsewhere, inTurn)).allMatch(Delivery.Delivered.class::isInstance);
      assertThat(tooSoon).isEqualTo(new Delivery.RateLimited(Duration.ofMillis(600)));
      assertThat(slack.requests()).hasSize(3);
    }
  }

  @Test
  void slack_is_left_alone_for_as_long_as_it_asked() throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(request -> refused(429).with("Retry-After", "30"))) {
      SlackWebhookNotifier notifier = notifier(slack.url(), PATIENT);
      Channel channel = channel(slack.url());

      notifier.post(channel, POST);
      slack.react(request -> taken());
      clock.pass(Duration.ofSeconds(29));
      Delivery during = notifier.post(channel, POST);
      clock.pass(Duration.ofSeconds(1));
      Delivery after = notifier.post(channel, POST);

      assertThat(during).isEqualTo(new Delivery.RateLimited(Duration.ofSeconds(1)));
      assertThat(after).isInstanceOf(Delivery.Delivered.class);
      assertThat(slack.requests()).hasSize(2);
    }
  }
}
