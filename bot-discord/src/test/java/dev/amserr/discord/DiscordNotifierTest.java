package dev.amserr.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.command.SampleReplies;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Reply;
import dev.amserr.discord.fake.FakeDiscord;
import dev.amserr.notify.Channel;
import dev.amserr.notify.ChannelHistory.Sighting;
import dev.amserr.notify.Delivery;
import dev.amserr.notify.Delivery.Cause;
import dev.amserr.notify.Post;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posting by REST alone: nobody holds the gateway here. */
class DiscordNotifierTest {

  private static final Channel ERRORS = new Channel.DiscordChannel(FakeDiscord.CHANNEL);
  private static final Channel CLOSED = new Channel.DiscordChannel(FakeDiscord.CLOSED_CHANNEL);
  private static final Channel NOWHERE = new Channel.DiscordChannel("299999999999999999");
  private static final String MESSAGES = "/messages$";

  private final TickingClock clock = new TickingClock();
  private FakeDiscord discord;
  private DiscordNotifier notifier;

  @BeforeEach
  void start() {
    discord = FakeDiscord.start();
    notifier = notifier(FakeDiscord.TOKEN);
  }

  @AfterEach
  void stop() {
    discord.close();
  }

  @Test
  void it_serves_channels_of_discord_alone() {
    assertThat(notifier.serves(ERRORS)).isTrue();
    assertThat(notifier.serves(new Channel.SlackChannel("C0000001"))).isFalse();
  }

  @Test
  void a_post_stands_in_the_channel_and_its_id_is_known() {
    Delivery delivery = notifier.post(ERRORS, post("digest:daily:1", "Three errors"));

    JsonNode message = discord.messages(FakeDiscord.CHANNEL).get(0);
    assertThat(delivery).isEqualTo(new Delivery.Delivered(message.path("id").asText()));
    assertThat(message.at("/embeds/0/title").asText()).isEqualTo("Three errors");
    assertThat(discord.identified()).isZero();
  }

  @Test
  void a_picture_travels_as_a_file() {
    Reply chart =
        Reply.of(
            Card.titled("Errors")
                .part(
                    new Part.Image("chart-1", "Rising", new Part.Image.Drawn(() -> BotInTest.PNG)))
                .build());

    Delivery delivery = notifier.post(ERRORS, new Post("digest:1", chart));

    JsonNode message = discord.messages(FakeDiscord.CHANNEL).get(0);
    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    assertThat(discord.lastFile()).isEqualTo(BotInTest.PNG);
    assertThat(message.at("/attachments/0/filename").asText()).isEqualTo("chart-1.png");
    assertThat(message.at("/attachments/0/description").asText()).isEqualTo("Rising");
    assertThat(message.at("/embeds/0/image/url").asText()).isEqualTo("attachment://chart-1.png");
  }

  @Test
  void the_same_key_posted_twice_stands_there_once() {
    Delivery first = notifier.post(ERRORS, post("digest:1", "Three errors"));
    Delivery second = notifier.post(ERRORS, post("digest:1", "Three errors"));

    assertThat(discord.messages(FakeDiscord.CHANNEL)).hasSize(1);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void the_nonce_is_fixed_by_the_key_enforced_and_short_enough() {
    notifier.post(ERRORS, post("digest:1", "Three errors"));
    notifier.post(ERRORS, post("digest:2", "Three errors"));

    List<JsonNode> sent = discord.requests("POST", "/messages");

    assertThat(sent).allMatch(body -> body.path("enforce_nonce").asBoolean());
    assertThat(sent).extracting(body -> body.path("nonce").asText()).doesNotHaveDuplicates();
    assertThat(sent).allMatch(body -> body.path("nonce").asText().length() == 25);
  }

  @Test
  void a_post_is_found_by_its_key_even_when_discord_has_forgotten_the_nonce() {
    Delivery delivery = notifier.post(ERRORS, post("digest:1", "Three errors"));
    notifier.post(ERRORS, new Post("note:1", Reply.of("Only a sentence")));
    discord.forgetNonces();

    String digest = discord.messages(FakeDiscord.CHANNEL).get(0).path("id").asText();
    String note = discord.messages(FakeDiscord.CHANNEL).get(1).path("id").asText();
    assertThat(notifier.find(ERRORS, "digest:1")).isEqualTo(new Sighting.Seen(digest));
    assertThat(notifier.find(ERRORS, "note:1")).isEqualTo(new Sighting.Seen(note));
    assertThat(notifier.find(ERRORS, "digest:2")).isEqualTo(new Sighting.NotSeen());
    assertThat(delivery).isEqualTo(new Delivery.Delivered(digest));
  }

  @Test
  void a_history_that_can_not_be_read_says_why() {
    assertThat(notifier.find(CLOSED, "digest:1"))
        .isInstanceOfSatisfying(
            Sighting.CannotTell.class, reason -> assertThat(reason.reason()).contains("50013"));
  }

  @Test
  void a_message_is_edited_in_place_with_everything_replaced() {
    notifier.post(ERRORS, new Post("digest:1", SampleReplies.decoding().reply()));
    String id = discord.messages(FakeDiscord.CHANNEL).get(0).path("id").asText();

    Delivery delivery = notifier.edit(ERRORS, id, post("digest:1", "Acknowledged"));

    JsonNode message = discord.messages(FakeDiscord.CHANNEL).get(0);
    assertThat(delivery).isEqualTo(new Delivery.Delivered(id));
    assertThat(message.at("/embeds/0/title").asText()).isEqualTo("Acknowledged");
    assertThat(message.path("components")).isEmpty();
    assertThat(notifier.find(ERRORS, "digest:1")).isEqualTo(new Sighting.Seen(id));
  }

  @Test
  void nobody_is_notified_but_those_whom_the_reply_names() {
    notifier.post(ERRORS, new Post("a:1", SampleReplies.onCall().reply()));
    notifier.post(ERRORS, new Post("a:2", Reply.of("@everyone look, @here too")));

    List<JsonNode> sent = discord.requests("POST", "/messages");

    assertThat(sent.get(0).at("/allowed_mentions/parse")).isEmpty();
    assertThat(sent.get(0).at("/allowed_mentions/users").toString())
        .isEqualTo("[\"100000000000000001\"]");
    assertThat(sent.get(0).path("content").asText()).contains("<@100000000000000001>");
    assertThat(sent.get(1).at("/allowed_mentions/parse")).isEmpty();
    assertThat(sent.get(1).at("/allowed_mentions/users")).isEmpty();
    assertThat(sent.get(1).path("content").asText()).doesNotContain("@everyone", "@here");
  }

  @Test
  void a_channel_that_does_not_exist_is_gone() {
    assertThat(notifier.post(NOWHERE, post("a:1", "x"))).satisfies(rejected(Cause.GONE, "10003"));
  }

  @Test
  void a_channel_without_permission_is_forbidden_and_the_reason_names_what_to_allow() {
    assertThat(notifier.post(CLOSED, post("a:1", "x")))
        .satisfies(rejected(Cause.FORBIDDEN, "Send Messages"));
  }

  @Test
  void a_bad_token_is_unauthorized_and_stays_secret() {
    Delivery delivery = notifier("some.other.token").post(ERRORS, post("a:1", "x"));

    assertThat(delivery).satisfies(rejected(Cause.UNAUTHORIZED, "token"));
    assertThat(delivery.toString()).doesNotContain("some.other.token");
  }

  @Test
  void an_edited_message_that_was_deleted_is_gone() {
    assertThat(notifier.edit(ERRORS, "299999999999999999", post("a:1", "x")))
        .satisfies(rejected(Cause.GONE, "10008"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 50035, INVALID",
    "400, 40005, TOO_LARGE",
    "413, 40005, TOO_LARGE",
    "403, 50001, FORBIDDEN",
    "404, 10003, GONE",
    "401, 0, UNAUTHORIZED"
  })
  void a_refusal_is_rejected_by_its_cause(int status, int code, Cause cause) {
    discord.fail("POST", MESSAGES, 1, status, code, "No");

    assertThat(notifier.post(ERRORS, post("a:1", "x"))).satisfies(rejected(cause, status + ""));
  }

  @ParameterizedTest
  @CsvSource({"500", "503", "520"})
  void a_failure_of_discord_itself_is_worth_another_attempt(int status) {
    discord.fail("POST", MESSAGES, 1, status, 0, "Oops");

    Delivery first = notifier.post(ERRORS, post("a:1", "x"));
    Delivery second = notifier.post(ERRORS, post("a:1", "x"));

    assertThat(first).isInstanceOf(Delivery.Unreachable.class);
    assertThat(second).isInstanceOf(Delivery.Delivered.class);
  }

  @ParameterizedTest
  @CsvSource({"502", "504"})
  void after_an_answer_of_a_proxy_nobody_knows(int status) {
    discord.answerPlainly("POST", MESSAGES, status);

    assertThat(notifier.post(ERRORS, post("a:1", "x"))).isInstanceOf(Delivery.Unknown.class);
  }

  @Test
  void a_connection_that_breaks_after_the_request_leaves_it_unknown_and_unrepeated() {
    discord.breakAfter("POST", MESSAGES, 1);

    Delivery delivery = notifier.post(ERRORS, post("a:1", "x"));

    assertThat(delivery).isInstanceOf(Delivery.Unknown.class);
    assertThat(discord.count("POST", "/messages")).isEqualTo(1);
  }

  @Test
  void a_connection_that_is_refused_is_unreachable() {
    discord.close();

    assertThat(notifier.post(ERRORS, post("a:1", "x"))).isInstanceOf(Delivery.Unreachable.class);
  }

  @Test
  void a_request_without_an_answer_in_time_is_unknown() {
    discord.hang("POST", MESSAGES);

    assertThat(notifier.post(ERRORS, post("a:1", "x"))).isInstanceOf(Delivery.Unknown.class);
  }

  @Test
  void a_rate_limit_says_how_long_to_wait_and_nothing_is_sent_before() {
    discord.rateLimit("POST", MESSAGES, 1, 2);

    Delivery first = notifier.post(ERRORS, post("a:1", "x"));
    Delivery tooSoon = notifier.post(ERRORS, post("a:1", "x"));
    long sentByThen = discord.count("POST", "/messages");
    clock.pass(Duration.ofSeconds(2));
    Delivery inTime = notifier.post(ERRORS, post("a:1", "x"));

    assertThat(first).isEqualTo(new Delivery.RateLimited(Duration.ofSeconds(2)));
    assertThat(tooSoon).isInstanceOf(Delivery.RateLimited.class);
    assertThat(sentByThen).isEqualTo(1);
    assertThat(inTime).isInstanceOf(Delivery.Delivered.class);
  }

  @Test
  void a_rate_limit_without_a_time_waits_a_second() {
    discord.answerPlainly("POST", MESSAGES, 429);

    assertThat(notifier.post(ERRORS, post("a:1", "x")))
        .isEqualTo(new Delivery.RateLimited(Duration.ofSeconds(1)));
  }

  @Test
  void a_used_up_bucket_is_left_alone_before_discord_has_to_refuse() {
    discord.limit("/channels/[0-9]+/messages", 1, Duration.ofSeconds(60));

    Delivery first = notifier.post(ERRORS, post("a:1", "x"));
    Delivery second = notifier.post(ERRORS, post("a:2", "y"));

    assertThat(first).isInstanceOf(Delivery.Delivered.class);
    assertThat(second).isInstanceOf(Delivery.RateLimited.class);
    assertThat(discord.count("POST", "/messages")).isEqualTo(1);
  }

  @Test
  void other_channels_go_on_while_one_is_limited() {
    discord.rateLimit("POST", FakeDiscord.CLOSED_CHANNEL + MESSAGES, 1, 60);

    notifier.post(CLOSED, post("a:1", "x"));

    assertThat(notifier.post(ERRORS, post("a:2", "y"))).isInstanceOf(Delivery.Delivered.class);
  }

  private DiscordNotifier notifier(String token) {
    DiscordSettings settings =
        new DiscordSettings(token, List.of(), discord.apiUrl(), URI.create("ws://127.0.0.1:1/"));
    return new DiscordNotifier(settings, BotInTest.BERLIN, clock, Duration.ofSeconds(2));
  }

  private static Post post(String key, String title) {
    return new Post(key, Reply.of(Card.titled(title).build()));
  }

  private static Consumer<Delivery> rejected(Cause cause, String reason) {
    return delivery ->
        assertThat(delivery)
            .isInstanceOfSatisfying(
                Delivery.Rejected.class,
                rejected -> {
                  assertThat(rejected.cause()).isEqualTo(cause);
                  assertThat(rejected.reason()).contains(reason);
                });
  }

  /** Stands still unless told otherwise. */
  private static final class TickingClock extends Clock {

    private Instant now = SampleReplies.NOW;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return BotInTest.BERLIN;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
