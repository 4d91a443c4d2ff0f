package dev.amserr.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.command.SampleReplies;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.ActionId;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.discord.fake.MessageRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Discord's limits, one below, at and above; characters are two UTF-16 units long. */
class LimitsTest {

  private static final String FIRE = "🔥";

  static Stream<Arguments> lengths() {
    return Stream.of(
            limit("content", 2_000, "/content", n -> Reply.of(FIRE.repeat(n))),
            limit(
                "title",
                256,
                "/embeds/0/title",
                n -> Reply.of(Card.titled(FIRE.repeat(n)).build())),
            limit(
                "description",
                4_096,
                "/embeds/0/description",
                n -> card(c -> c.text(FIRE.repeat(n)))),
            limit(
                "name of a field",
                256,
                "/embeds/0/fields/0/name",
                n -> card(c -> c.fact(FIRE.repeat(n), "x"))),
            limit(
                "value of a field",
                1_024,
                "/embeds/0/fields/0/value",
                n -> card(c -> c.fact("x", FIRE.repeat(n)))),
            limit(
                "code", 4_096 - 8, "/embeds/0/description", n -> card(c -> c.code(FIRE.repeat(n)))))
        .flatMap(all -> all);
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("lengths")
  void a_text_within_its_limit_is_whole_and_a_longer_one_says_what_is_missing(
      String name, int length, int limit, String path, Reply reply) {
    JsonNode message = Rendering.json(reply);

    String text = message.at(path).asText();
    long shown = text.codePoints().filter(c -> c == FIRE.codePointAt(0)).count();
    Matcher note = Pattern.compile("… \\(and ([0-9,]+) more characters\\)").matcher(text);
    assertThat(MessageRules.broken(message, 0)).isEmpty();
    if (length <= limit) {
      assertThat(shown).isEqualTo(length);
    } else {
      assertThat(note.find()).isTrue();
      assertThat(shown + Long.parseLong(note.group(1).replace(",", ""))).isEqualTo(length);
    }
  }

  @ParameterizedTest
  @MethodSource("aroundTen")
  void ten_cards_are_shown_and_more_are_counted(int count) {
    List<Card> cards =
        IntStream.rangeClosed(1, count).mapToObj(i -> Card.titled("card " + i).build()).toList();

    JsonNode message = Rendering.json(Reply.of("", cards));

    assertThat(MessageRules.broken(message, 0)).isEmpty();
    assertThat(message.path("embeds")).hasSize(Math.min(10, count));
    assertThat(message.at("/embeds/9/footer/text").asText())
        .isEqualTo(count == 11 ? "and 1 more card" : "");
  }

  static IntStream aroundTen() {
    return IntStream.of(9, 10, 11);
  }

  @ParameterizedTest
  @MethodSource("aroundTwentyFive")
  void a_card_of_more_facts_than_an_embed_takes_goes_on_in_another(int count) {
    Card.Builder card = Card.titled("x");
    IntStream.rangeClosed(1, count).forEach(i -> card.inlineFact("fact " + i, "value " + i));

    JsonNode message = Rendering.json(Reply.of(card.build()));

    assertThat(MessageRules.broken(message, 0)).isEmpty();
    assertThat(message.path("embeds")).hasSize(count > 25 ? 2 : 1);
    assertThat(Rendering.visible(message)).contains("fact " + count, "value " + count);
  }

  @ParameterizedTest
  @MethodSource("aroundTwentyFive")
  void twenty_five_buttons_are_shown_and_more_are_counted(int count) {
    Card.Builder card = Card.titled("x");
    IntStream.rangeClosed(1, count).forEach(i -> card.action(button(i)));

    JsonNode message = Rendering.json(Reply.of(card.build()));

    assertThat(MessageRules.broken(message, 0)).isEmpty();
    assertThat(message.findValuesAsText("custom_id")).hasSize(Math.min(25, count));
    assertThat(message.at("/embeds/0/footer/text").asText())
        .isEqualTo(count == 26 ? "and 1 more button" : "");
  }

  static IntStream aroundTwentyFive() {
    return IntStream.of(24, 25, 26);
  }

  @ParameterizedTest
  @MethodSource("aroundSixThousand")
  void all_embeds_together_take_six_thousand_characters(int total) {
    int first = 4_000;
    Reply reply =
        Reply.of(
            Card.titled("1").text(FIRE.repeat(first - 1)).build(),
            Card.titled("2").text(FIRE.repeat(total - first - 1)).build());

    JsonNode message = Rendering.json(reply);

    long shown = message.toString().codePoints().filter(c -> c == FIRE.codePointAt(0)).count();
    assertThat(MessageRules.broken(message, 0)).isEmpty();
    assertThat(shown == total - 2).isEqualTo(total <= 6_000);
    assertThat(message.toString().contains("more characters")).isEqualTo(total > 6_000);
  }

  static IntStream aroundSixThousand() {
    return IntStream.of(5_999, 6_000, 6_001);
  }

  @Test
  void a_list_that_is_too_long_counts_what_is_missing() {
    JsonNode message = Rendering.json(SampleReplies.tooLong().reply());

    String text = message.at("/embeds/0/description").asText();
    Matcher note = Pattern.compile("and ([0-9,]+) more$").matcher(text);
    long shown = text.lines().filter(line -> line.startsWith("- item number")).count();
    assertThat(note.find()).isTrue();
    assertThat(shown + Long.parseLong(note.group(1).replace(",", ""))).isEqualTo(2_000);
  }

  @Test
  void a_table_that_is_too_long_counts_its_missing_rows() {
    List<List<Phrase>> rows = new ArrayList<>();
    IntStream.rangeClosed(1, 500)
        .forEach(i -> rows.add(List.of(Phrase.of("code number " + i), Phrase.of("" + i))));
    Part.Table table =
        new Part.Table(List.of(Part.Column.left("code"), Part.Column.right("n")), rows, 0);

    String text =
        Rendering.json(Reply.of(Card.titled("x").part(table).build()))
            .at("/embeds/0/description")
            .asText();

    Matcher note = Pattern.compile("```\nand ([0-9,]+) more$").matcher(text);
    long shown = text.lines().filter(line -> line.startsWith("code number")).count();
    assertThat(note.find()).isTrue();
    assertThat(shown + Long.parseLong(note.group(1).replace(",", ""))).isEqualTo(500);
  }

  @Test
  void parts_for_which_there_is_no_room_at_all_are_counted() {
    Card.Builder card = Card.titled("x").text("a".repeat(4_000)).fact("f", "b".repeat(1_000));
    IntStream.range(0, 40).forEach(i -> card.fact("fact " + i, "c".repeat(900)));

    JsonNode message = Rendering.json(Reply.of(card.build()));

    assertThat(MessageRules.broken(message, 0)).isEmpty();
    assertThat(message.toString()).containsPattern("and [0-9]+ more");
  }

  private static Reply card(UnaryOperator<Card.Builder> content) {
    return Reply.of(content.apply(Card.titled("x")).build());
  }

  private static Stream<Arguments> limit(
      String name, int limit, String path, IntFunction<Reply> reply) {
    return IntStream.of(limit - 1, limit, limit + 1)
        .mapToObj(n -> Arguments.of(name, n, limit, path, reply.apply(n)));
  }

  private static Action button(int i) {
    return Action.button("Button " + i, "open", "")
        .withTarget(new Action.Stored(new ActionId("open", "id-" + i)));
  }
}
