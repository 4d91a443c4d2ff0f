package dev.amserr.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.Gson;
import com.slack.api.model.Message;
import com.slack.api.model.block.UnknownBlock;
import com.slack.api.util.json.GsonFactory;
import dev.amserr.command.SampleReplies;
import dev.amserr.command.SampleReplies.Sample;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Link;
import dev.amserr.command.reply.Mention;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Span;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockKitRendererTest {

  private static final Mention ANA = new Mention("Ana Ruiz", Map.of("slack", "U0000001"));

  static List<Sample> samples() {
    return SampleReplies.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_reply_shows_its_facts(Sample sample) {
    Rendered rendered = Rendered.of(sample.reply());

    assertThat(rendered.visible()).contains(sample.facts());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_reply_has_a_text_without_blocks(Sample sample) {
    Rendered rendered = Rendered.of(sample.reply());

    String text = Rendered.unescaped(rendered.json().path("text").asText());
    assertThat(text).contains(sample.facts().get(0));
    assertThat(rendered.json().path("text").asText()).hasSizeLessThanOrEqualTo(1_500);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void slacks_own_types_know_every_block(Sample sample) {
    Gson slack = GsonFactory.createSnakeCase();

    Message message = slack.fromJson(Rendered.of(sample.reply()).json().toString(), Message.class);

    assertThat(message.getBlocks()).isNotEmpty().noneMatch(UnknownBlock.class::isInstance);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void slack_looks_for_no_links_or_names_in_what_we_wrote(Sample sample) {
    Rendered rendered = Rendered.of(sample.reply());

    assertThat(rendered.ofType("mrkdwn")).allMatch(text -> text.path("verbatim").asBoolean());
    assertThat(rendered.ofType("plain_text")).noneMatch(text -> text.path("emoji").asBoolean(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!channel>", "<!here>", "<@U0000001>", "<!subteam^S1>", "<#C1>"})
  void data_never_notifies_anybody(String data) {
    Reply reply =
        Reply.of(
            data,
            List.of(
                Card.titled(data)
                    .fact(data, data)
                    .inlineFact(data, data)
                    .text(Phrase.empty().strong(data).plain(" ").code(data))
                    .bullets(List.of(data))
                    .code(data)
                    .links(Link.to(data, "https://example.com/"))
                    .text(Phrase.empty().mention(Mention.named(data)))
                    .part(
                        new Part.Table(
                            List.of(Part.Column.left(data)), List.of(List.of(Phrase.of(data))), 0))
                    .build()));

    Rendered rendered = Rendered.of(reply.publicly());

    assertThat(rendered.json().toString()).doesNotContain(data);
    assertThat(rendered.visible()).contains(data);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*bold*",
        "_slanted_ text",
        "a ~struck~ word",
        "`tick`",
        "> quoted",
        "on :fire: today",
        "one\n> two",
        "100% :100:",
      })
  void data_that_slack_would_take_for_markup_is_sent_as_plain_text(String data) {
    Rendered rendered = Rendered.of(Reply.of(Card.titled("x").text(data).build()));

    JsonNode text = rendered.blocks().get(1).path("text");
    assertThat(text.path("type").asText()).isEqualTo("plain_text");
    assertThat(Rendered.unescaped(text.path("text").asText())).isEqualTo(data);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MPE_MGMT_LOCKED", "2 * 3", "12:30:45", "a - b", "C:\\logs\\x_1"})
  void ordinary_data_does_not_count_as_markup(String data) {
    Rendered rendered =
        Rendered.of(
            Reply.of(Card.titled("x").text(Phrase.of(data).plain(" ").strong("b")).build()));

    JsonNode text = rendered.blocks().get(1).path("text");
    assertThat(text.path("type").asText()).isEqualTo("mrkdwn");
    assertThat(text.path("text").asText()).isEqualTo(data + " *b*");
  }

  @ParameterizedTest
  @ValueSource(strings = {":a", "\n", " ", "*", "<", "&", ":"})
  void a_hostile_text_takes_no_longer_than_another(String part) {
    Reply reply = Reply.of(Card.titled("x").text(part.repeat(200_000) + "end").build());

    Rendered rendered = assertTimeout(Duration.ofSeconds(30), () -> Rendered.of(reply));

    assertThat(rendered.blocks()).isNotEmpty();
  }

  @Test
  void markers_that_would_cling_to_letters_are_left_out() {
    Phrase phrase = Phrase.of("pre").strong("fix").plain(" and ").code("a`b");

    Rendered rendered = Rendered.of(Reply.of(Card.titled("x").text(phrase).build()));

    JsonNode text = rendered.blocks().get(1).path("text");
    assertThat(text.path("type").asText()).isEqualTo("plain_text");
    assertThat(text.path("text").asText()).isEqualTo("prefix and a`b");
  }

  @Test
  void markup_does_not_come_of_two_harmless_pieces() {
    Phrase phrase = Phrase.of("*").plain("bold* ").link(Link.to("a|b", "https://example.com/"));

    Rendered rendered = Rendered.of(Reply.of(Card.titled("x").text(phrase).build()));

    JsonNode text = rendered.blocks().get(1).path("text");
    assertThat(text.path("type").asText()).isEqualTo("plain_text");
    assertThat(text.path("text").asText()).isEqualTo("*bold* a|b (https://example.com/)");
  }

  @Test
  void times_are_shown_in_the_readers_zone_with_a_fallback() {
    Instant at = Instant.parse("2026-03-16T13:00:00Z");
    Phrase phrase =
        Phrase.empty()
            .time(at)
            .plain(" ")
            .time(at, Span.Time.Style.DATE)
            .plain(" ")
            .time(at, Span.Time.Style.TIME)
            .plain(" ")
            .time(at, Span.Time.Style.RELATIVE);

    Rendered rendered = Rendered.of(Reply.of(Card.titled("x").text(phrase).build()));

    assertThat(rendered.blocks().get(1).path("text").path("text").asText())
        .isEqualTo(
            "<!date^1773666000^{date_short_pretty} {time}|Mon 2026-03-16 14:00 UTC+1> "
                + "<!date^1773666000^{date_short_pretty}|Mon 2026-03-16> "
                + "<!date^1773666000^{time}|14:00 UTC+1> "
                + "<!date^1773666000^{ago}|in 6 days>");
  }

  @Test
  void only_pings_of_a_public_reply_notify() {
    Reply named = Reply.of(Card.titled("x").text(Phrase.of("on call: ").mention(ANA)).build());

    String quiet = Rendered.of(named.publicly()).json().toString();
    String secret = Rendered.of(named.pinging(List.of(ANA))).json().toString();
    String loud = Rendered.of(named.publicly().pinging(List.of(ANA))).json().toString();

    assertThat(quiet).doesNotContain("<@").contains("Ana Ruiz");
    assertThat(secret).doesNotContain("<@");
    assertThat(loud).containsOnlyOnce("<@U0000001>");
  }

  @Test
  void an_id_that_is_not_slacks_is_not_mentioned() {
    Mention odd = new Mention("Ana", Map.of("slack", "U1> <!channel"));

    String json = Rendered.of(Reply.of("hello").publicly().pinging(List.of(odd))).json().toString();

    assertThat(json).doesNotContain("<@", "<!");
  }

  @Test
  void a_drawn_picture_is_shown_where_the_bot_has_a_public_address_and_described_elsewhere() {
    Reply reply = SampleReplies.series().reply();

    Rendered shown = Rendered.withPictures(reply);
    Rendered described = Rendered.of(reply);

    assertThat(shown.ofType("image"))
        .extracting(image -> image.path("image_url").asText())
        .containsExactly(
            "https://amserr.example.com/charts/chart-12.png", "https://example.com/logo.png");
    assertThat(described.ofType("image")).hasSize(1);
    assertThat(described.visible()).contains("Errors a day, rising to 12");
  }

  @Test
  void a_picture_that_slack_could_not_fetch_is_a_link() {
    Part.Image image =
        new Part.Image(
            "local", "A chart", new Part.Image.Remote(URI.create("http://127.0.0.1:8080/c.png")));

    Rendered rendered = Rendered.of(Reply.of(Card.titled("x").part(image).build()));

    assertThat(rendered.ofType("image")).isEmpty();
    assertThat(rendered.visible()).contains("<http://127.0.0.1:8080/c.png|A chart>");
  }

  @Test
  void a_fence_in_the_data_does_not_end_the_code_block() {
    Rendered rendered = Rendered.of(Reply.of(Card.titled("x").code("a\n```\n*b*").build()));

    JsonNode text = rendered.blocks().get(1).path("text");
    assertThat(text.path("type").asText()).isEqualTo("plain_text");
    assertThat(text.path("text").asText()).isEqualTo("a\n```\n*b*");
  }
}
