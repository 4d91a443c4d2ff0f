package dev.amserr.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.command.SampleReplies;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Reply;
import dev.amserr.notify.Channel;
import dev.amserr.notify.Channel.OnUnknown;
import dev.amserr.notify.ChannelHistory.Sighting;
import dev.amserr.notify.Delivery;
import dev.amserr.notify.LoopbackPlatform;
import dev.amserr.notify.LoopbackPlatform.Answer;
import dev.amserr.notify.LoopbackPlatform.Request;
import dev.amserr.notify.NotifierContract;
import dev.amserr.notify.Post;
import dev.amserr.slack.SlackSettings;
import dev.amserr.slack.blockkit.BlockKitRenderer;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackApiNotifierTest extends NotifierContract {

  private static final String TOKEN = "xoxb-1-s3cr3t";
  private static final Channel CHANNEL = new Channel.SlackChannel("C0123456789");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final TestClock clock = new TestClock(SampleReplies.NOW);

  @Override
  protected SlackApiNotifier notifier(URI platform, Duration timeout) {
    return notifier(platform, timeout, id -> Optional.empty());
  }

  private SlackApiNotifier notifier(
      URI platform, Duration timeout, Function<String, Optional<URI>> pictureUrl) {
    SlackSettings settings =
        new SlackSettings(List.of(), TOKEN, platform.resolve("api/"), Set.of("hooks.slack.com"));
    return new SlackApiNotifier(
        settings, new SlackHttp(timeout), new BlockKitRenderer(pictureUrl), ZoneOffset.UTC, clock);
  }

  @Override
  protected Channel channel(URI platform) {
    return CHANNEL;
  }

  @Override
  protected Channel foreignChannel() {
    return new Channel.SlackWebhook(
        URI.create("https://hooks.slack.com/services/x"), OnUnknown.HOLD);
  }

  @Override
  protected Answer taken() {
    return json("{'ok':true,'channel':'C0123456789','ts':'1773063000.000100'}");
  }

  @Override
  protected Answer refused(int status) {
    return Answer.of(status, "application/json", "{\"ok\":false,\"error\":\"whatever\"}");
  }

  @Override
  protected List<String> secrets() {
    return List.of("s3cr3t", "xoxb");
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_blocks, Rejected INVALID",
    "msg_too_long, Rejected TOO_LARGE",
    "msg_blocks_too_long, Rejected TOO_LARGE",
    "not_in_channel, Rejected FORBIDDEN",
    "missing_scope, Rejected FORBIDDEN",
    "invalid_auth, Rejected UNAUTHORIZED",
    "token_revoked, Rejected UNAUTHORIZED",
    "channel_not_found, Rejected GONE",
    "is_archived, Rejected GONE",
    "an_error_of_tomorrow, Rejected INVALID",
    "ratelimited, RateLimited",
    "service_unavailable, Unreachable",
    "internal_error, Unknown",
    "fatal_error, Unknown",
  })
  void slacks_word_for_it_decides_the_outcome(String word, String outcome) throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(request -> json("{'ok':false,'error':'" + word + "'}"))) {
      Delivery delivery = notifier(slack.url(), PATIENT).post(CHANNEL, POST);

      String cause = delivery instanceof Delivery.Rejected rejected ? " " + rejected.cause() : "";
      assertThat(delivery.getClass().getSimpleName() + cause).isEqualTo(outcome);
    }
  }

  @Test
  void a_message_goes_to_its_channel_with_its_key_and_the_token() throws Exception {
    try (LoopbackPlatform slack = new LoopbackPlatform(request -> taken())) {
      Delivery delivery = notifier(slack.url(), PATIENT).post(CHANNEL, POST);

      Request request = slack.requests().get(0);
      JsonNode body = MAPPER.readTree(request.body());
      assertThat(delivery).isEqualTo(new Delivery.Delivered("1773063000.000100"));
      assertThat(request.path()).isEqualTo("/api/chat.postMessage");
      assertThat(request.headers()).containsEntry("authorization", "Bearer " + TOKEN);
      assertThat(body.path("channel").asText()).isEqualTo("C0123456789");
      assertThat(body.path("text").asText()).isEqualTo("2 errors since 09:00");
      assertThat(body.path("blocks")).isNotEmpty();
      assertThat(body.path("metadata").toString())
          .isEqualTo(
              "{\"event_type\":\"amserr_post\",\"event_payload\":{\"key\":\"digest:daily:1\"}}");
    }
  }

  @Test
  void an_edit_replaces_the_message_and_keeps_its_key() throws Exception {
    try (LoopbackPlatform slack = new LoopbackPlatform(request -> taken())) {
      Delivery delivery = notifier(slack.url(), PATIENT).edit(CHANNEL, "1773063000.000100", POST);

      Request request = slack.requests().get(0);
      JsonNode body = MAPPER.readTree(request.body());
      assertThat(delivery).isEqualTo(new Delivery.Delivered("1773063000.000100"));
      assertThat(request.path()).isEqualTo("/api/chat.update");
      assertThat(body.path("ts").asText()).isEqualTo("1773063000.000100");
      assertThat(body.path("metadata").path("event_payload").path("key").asText())
          .isEqualTo("digest:daily:1");
    }
  }

  @Test
  void a_post_is_found_again_by_its_key() throws Exception {
    String history =
        "{'ok':true,'messages':[{'ts':'3','text':'chatter'},"
            + "{'ts':'2','metadata':{'event_type':'amserr_post','event_payload':{'key':'digest:daily:2'}}},"
            + "{'ts':'1','metadata':{'event_type':'amserr_post','event_payload':{'key':'digest:daily:1'}}}]}";
    try (LoopbackPlatform slack = new LoopbackPlatform(request -> json(history))) {
      Sighting sighting = notifier(slack.url(), PATIENT).find(CHANNEL, "digest:daily:1");

      Request request = slack.requests().get(0);
      assertThat(sighting).isEqualTo(new Sighting.Seen("1"));
      assertThat(request.path()).isEqualTo("/api/conversations.history");
      assertThat(request.body().split("&"))
          .containsExactlyInAnyOrder(
              "channel=C0123456789", "limit=100", "include_all_metadata=true");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{''ok'':true,''messages'':[]}', NotSeen",
    "'{''ok'':false,''error'':''missing_scope''}', CannotTell",
    "'not JSON', CannotTell",
  })
  void what_was_not_found_is_told_from_what_could_not_be_looked_up(String answer, String sighting)
      throws Exception {
    try (LoopbackPlatform slack = new LoopbackPlatform(request -> json(answer))) {
      Sighting found = notifier(slack.url(), PATIENT).find(CHANNEL, "digest:daily:1");

      assertThat(found.getClass().getSimpleName()).isEqualTo(sighting);
    }
  }

  @Test
  void a_drawn_picture_follows_in_three_steps_in_the_thread_of_its_message() throws Exception {
    try (LoopbackPlatform slack = new LoopbackPlatform(request -> taken())) {
      slack.react(request -> upload(slack, request));

      Delivery delivery = notifier(slack.url(), PATIENT).post(CHANNEL, withPicture());

      List<Request> requests = slack.requests();
      assertThat(delivery).isEqualTo(new Delivery.Delivered("1773063000.000100"));
      assertThat(requests)
          .extracting(Request::path)
          .containsExactly(
              "/api/chat.postMessage",
              "/api/files.getUploadURLExternal",
              "/upload/1",
              "/api/files.completeUploadExternal");
      assertThat(requests.get(1).body()).contains("filename=chart-12.png", "length=3");
      assertThat(requests.get(2).body()).isEqualTo("PNG");
      assertThat(requests.get(2).headers()).doesNotContainKey("authorization");
      assertThat(MAPPER.readTree(requests.get(3).body()))
          .isEqualTo(
              MAPPER.readTree(
                  "{\"files\":[{\"id\":\"F1\",\"title\":\"Errors a day\"}],"
                      + "\"channel_id\":\"C0123456789\",\"thread_ts\":\"1773063000.000100\"}"));
    }
  }

  @Test
  void a_picture_that_fails_does_not_harm_its_message() throws Exception {
    try (LoopbackPlatform slack =
        new LoopbackPlatform(
            request ->
                request.path().endsWith("chat.postMessage")
                    ? taken()
                    : json("{'ok':false,'error':'missing_scope'}"))) {
      Delivery delivery = notifier(slack.url(), PATIENT).post(CHANNEL, withPicture());

      assertThat(delivery).isEqualTo(new Delivery.Delivered("1773063000.000100"));
      assertThat(slack.requests()).hasSize(2);
    }
  }

  @Test
  void a_picture_that_slack_cannot_fetch_is_put_into_words_and_sent_as_a_file() throws Exception {
    try (LoopbackPlatform slack = new LoopbackPlatform(request -> taken())) {
      slack.react(request -> showsPicture(request) ? noPicture() : upload(slack, request));

      Delivery delivery = withAddresses(slack).post(CHANNEL, withPicture());

      assertThat(delivery).isEqualTo(new Delivery.Delivered("1773063000.000100"));
      assertThat(slack.requests())
          .extracting(Request::path)
          .containsExactly(
              "/api/chat.postMessage",
              "/api/chat.postMessage",
              "/api/files.getUploadURLExternal",
              "/upload/1",
              "/api/files.completeUploadExternal");
      assertThat(slack.requests().get(1).body()).contains("Errors a day", "digest:daily:1");
    }
  }

  @Test
  void so_it_is_in_an_edit() throws Exception {
    try (LoopbackPlatform slack = new LoopbackPlatform(request -> taken())) {
      slack.react(request -> showsPicture(request) ? noPicture() : taken());

      Delivery delivery = withAddresses(slack).edit(CHANNEL, "1773063000.000100", withPicture());

      assertThat(delivery).isEqualTo(new Delivery.Delivered("1773063000.000100"));
      assertThat(slack.requests())
          .extracting(Request::path)
          .containsExactly("/api/chat.update", "/api/chat.update");
    }
  }

  @Test
  void without_a_token_there_is_no_such_notifier() {
    SlackSettings settings = SlackSettings.of(List.of(), null);

    assertThatThrownBy(
            () ->
                new SlackApiNotifier(
                    settings,
                    new SlackHttp(Duration.ofSeconds(1)),
                    new BlockKitRenderer(id -> Optional.empty()),
                    ZoneOffset.UTC,
                    clock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bot token");
  }

  private SlackApiNotifier withAddresses(LoopbackPlatform slack) {
    return notifier(
        slack.url(),
        PATIENT,
        id -> Optional.of(URI.create("https://amserr.example.com/charts/" + id + ".png")));
  }

  private static boolean showsPicture(Request request) {
    return request.body().contains("\"type\":\"image\"");
  }

  private static Answer noPicture() {
    return json(
        "{'ok':false,'error':'invalid_blocks','errors':"
            + "['downloading image failed [json-pointer:/blocks/1/image_url]']}");
  }

  private Answer upload(LoopbackPlatform slack, Request request) {
    return switch (request.path()) {
      case "/api/files.getUploadURLExternal" ->
          json("{'ok':true,'upload_url':'" + slack.url() + "upload/1','file_id':'F1'}");
      case "/upload/1" -> Answer.of(200, "text/plain", "OK - 3");
      default -> taken();
    };
  }

  private static Post withPicture() {
    Part.Image image =
        new Part.Image(
            "chart-12", "Errors a day", new Part.Image.Drawn(() -> new byte[] {'P', 'N', 'G'}));
    return new Post("digest:daily:1", Reply.of(Card.titled("Digest").part(image).build()));
  }

  private static Answer json(String singleQuoted) {
    return Answer.of(200, "application/json", singleQuoted.replace('\'', '"'));
  }
}
