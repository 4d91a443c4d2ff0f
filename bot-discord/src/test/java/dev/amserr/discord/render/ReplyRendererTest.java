package dev.amserr.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.command.SampleReplies;
import dev.amserr.command.SampleReplies.Sample;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Link;
import dev.amserr.command.reply.Mention;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Span;
import dev.amserr.command.reply.Tone;
import dev.amserr.discord.fake.MessageRules;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How each thing looks in Discord. */
class ReplyRendererTest {

  static Stream<Sample> samples() {
    return SampleReplies.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_fact_is_shown_and_discord_takes_the_message(Sample sample) {
    JsonNode message = Rendering.json(sample.reply());

    assertThat(Rendering.visible(message)).contains(sample.facts());
    assertThat(MessageRules.broken(message, 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NEUTRAL, 9807270, ''",
    "INFO, 3447003, ''",
    "GOOD, 3066993, OK",
    "WARNING, 15844367, Warning",
    "BAD, 15158332, Problem"
  })
  void a_tone_is_a_colour_and_a_word(Tone tone, int colour, String word) {
    JsonNode embed = Rendering.json(Reply.of(Card.titled("x").tone(tone).build())).at("/embeds/0");

    assertThat(embed.path("color").asInt()).isEqualTo(colour);
    assertThat(embed.at("/author/name").asText()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({"DATE_TIME, f", "DATE, D", "TIME, t", "RELATIVE, R"})
  void a_time_is_left_to_each_readers_client(Span.Time.Style style, String letter) {
    Phrase phrase = Phrase.of("until ").time(Instant.parse("2026-03-16T13:00:00Z"), style);

    assertThat(description(phrase)).isEqualTo("until <t:1773666000:" + letter + ">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "*bold*; \\*bold\\*",
        "_it_ ~no~; \\_it\\_ \\~no\\~",
        "||spoiler||; \\|\\|spoiler\\|\\|",
        "`tick`; \\`tick\\`",
        "[label](http://evil.example); \\[label\\](http://evil.example)",
        "<@100000000000000001> <#1> <t:0:R>; \\<@100000000000000001> \\<#1> \\<t:0:R>",
        "back\\slash; back\\\\slash",
        "> quote; \\> quote",
        "- item; \\- item",
        "# head; \\# head",
        "a - b # c > d; a - b # c > d",
        "see https://a.example/x_y_z*1; see https://a.example/x_y_z*1"
      })
  void markup_in_data_is_escaped(String data, String markup) {
    assertThat(description(Phrase.of(data))).isEqualTo(markup);
  }

  @Test
  void everyone_in_data_is_no_mention() {
    assertThat(description(Phrase.of("@everyone and @here")))
        .isEqualTo("@\u200beveryone and @\u200bhere");
  }

  @Test
  void emphasis_code_and_links_are_markup() {
    Phrase phrase =
        Phrase.empty()
            .strong("very*")
            .plain(" ")
            .code("a*b")
            .plain(" ")
            .code("a`b")
            .plain(" ")
            .link(Link.to("go]", "https://example.com/a(b)"));

    assertThat(description(phrase))
        .isEqualTo("**very\\*** `a*b` `` a`b `` [go\\]](https://example.com/a%28b%29)");
  }

  @Test
  void somebody_without_an_id_here_is_named() {
    Phrase phrase =
        Phrase.empty()
            .mention(Mention.named("B*n"))
            .plain(" ")
            .mention(new Mention("Ana", Map.of("discord", "100000000000000001")))
            .plain(" ")
            .mention(new Mention("Eve", Map.of("discord", "&100000000000000001> @everyone")));

    assertThat(description(phrase)).isEqualTo("B\\*n <@100000000000000001> Eve");
  }

  @Test
  void naming_somebody_notifies_nobody_and_a_ping_notifies_that_one_alone() {
    Mention ana = new Mention("Ana", Map.of("discord", "100000000000000001"));
    Card card = Card.titled("x").text(Phrase.empty().mention(ana)).build();

    JsonNode named = Rendering.json(Reply.of(card));
    JsonNode pinged = Rendering.json(Reply.of(card).pinging(List.of(ana, Mention.named("Ben"))));

    assertThat(named.path("allowed_mentions").toString())
        .isEqualTo("{\"parse\":[],\"replied_user\":true}");
    assertThat(pinged.at("/allowed_mentions/users").toString())
        .isEqualTo("[\"100000000000000001\"]");
    assertThat(pinged.path("content").asText()).isEqualTo("<@100000000000000001> Ben");
  }

  @Test
  void code_stands_in_a_block_that_a_fence_in_it_does_not_end() {
    Reply reply = Reply.of(Card.titled("x").part(new Part.Code("json", "{\n```\n}")).build());

    assertThat(Rendering.json(reply).at("/embeds/0/description").asText())
        .isEqualTo("```json\n{\n`\u200b``\n}\n```");
  }

  @Test
  void a_table_stands_in_monospace_and_counts_what_was_left_out() {
    Part.Table table =
        new Part.Table(
            List.of(Part.Column.left("code"), Part.Column.right("count")),
            List.of(List.of(Phrase.empty().code("0x1"), Phrase.of("12"))),
            7);

    assertThat(
            Rendering.json(Reply.of(Card.titled("x").part(table).build()))
                .at("/embeds/0/description")
                .asText())
        .isEqualTo("```\ncode  count\n────  ─────\n0x1      12\n```\nand 7 more");
  }

  @Test
  void what_is_read_after_facts_stays_after_them() {
    Card card =
        Card.titled("x").text("before").fact("Owner", "player").text("after").text("last").build();

    JsonNode embed = Rendering.json(Reply.of(card)).at("/embeds/0");

    assertThat(embed.path("description").asText()).isEqualTo("before");
    assertThat(embed.at("/fields/0/name").asText()).isEqualTo("Owner");
    assertThat(embed.at("/fields/1/value").asText()).isEqualTo("after\nlast");
  }

  @Test
  void a_picture_that_can_not_be_drawn_leaves_its_words() {
    Part.Image broken =
        new Part.Image(
            "chart",
            "Errors a day",
            new Part.Image.Drawn(
                () -> {
                  throw new IllegalStateException("no fonts");
                }));

    JsonNode message = Rendering.json(Reply.of(Card.titled("x").part(broken).build()));

    assertThat(message.at("/embeds/0/description").asText()).contains("Errors a day");
    assertThat(message.path("attachments")).isEmpty();
  }

  @Test
  void a_link_that_discord_would_refuse_is_shown_as_text() {
    Card card = Card.titled("x").link(URI.create("http://localhost:8080/codes/1")).build();

    JsonNode message = Rendering.json(Reply.of(card));

    assertThat(MessageRules.broken(message, 0)).isEmpty();
    assertThat(message.toString()).contains("http://localhost:8080/codes/1");
  }

  @Test
  void a_mark_stands_in_the_last_footer_or_below_a_text_without_cards() {
    ReplyRenderer renderer = new ReplyRenderer();
    Reply cards = Reply.of(Card.titled("a").build(), Card.titled("b").build());

    JsonNode embeds = Rendering.json(renderer.render(cards, Rendering.TIME, "ref 1"));
    JsonNode text = Rendering.json(renderer.render(Reply.of("hi"), Rendering.TIME, "ref 1"));

    assertThat(embeds.at("/embeds/0").has("footer")).isFalse();
    assertThat(embeds.at("/embeds/1/footer/text").asText()).isEqualTo("ref 1");
    assertThat(text.path("content").asText()).isEqualTo("hi\n-# ref 1");
  }

  private static String description(Phrase phrase) {
    return Rendering.json(Reply.of(Card.titled("x").text(phrase).build()))
        .at("/embeds/0/description")
        .asText();
  }
}
