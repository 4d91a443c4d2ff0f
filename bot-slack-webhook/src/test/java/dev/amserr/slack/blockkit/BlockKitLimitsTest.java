package dev.amserr.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.command.SampleReplies;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.ActionId;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slack's published limits, each one below, at and above. */
class BlockKitLimitsTest {

  private static final Pattern MORE = Pattern.compile("and ([0-9,]+) more line");

  @ParameterizedTest
  @CsvSource({"149, 149", "150, 150", "151, 150"})
  void a_title_has_at_most_150_characters(int length, int shown) {
    Rendered rendered = Rendered.of(Reply.of(Card.titled("t".repeat(length)).build()));

    String title = rendered.ofType("header").get(0).path("text").path("text").asText();
    assertThat(title).hasSize(shown);
    assertThat(title.contains("more characters)")).isEqualTo(length > 150);
  }

  @ParameterizedTest
  @CsvSource({"2999, 1", "3000, 1", "3001, 2"})
  void a_section_has_at_most_3000_characters(int length, int sections) {
    Rendered rendered = Rendered.of(Reply.of(Card.titled("x").text("t".repeat(length)).build()));

    assertThat(texts(rendered)).hasSize(sections).allMatch(text -> text.length() <= 3_000);
    assertThat(String.join("", texts(rendered))).isEqualTo("t".repeat(length));
  }

  @ParameterizedTest
  @CsvSource({"599, 1", "600, 1", "601, 2"})
  void escapes_count(int ampersands, int sections) {
    Rendered rendered =
        Rendered.of(Reply.of(Card.titled("x").text("&".repeat(ampersands)).build()));

    assertThat(texts(rendered)).hasSize(sections).allMatch(text -> text.length() <= 3_000);
    assertThat(Rendered.unescaped(String.join("", texts(rendered))))
        .isEqualTo("&".repeat(ampersands));
  }

  @ParameterizedTest
  @CsvSource({"2991, 1", "2992, 1", "2993, 2"})
  void a_code_block_fits_with_its_fences(int length, int sections) {
    Rendered rendered = Rendered.of(Reply.of(Card.titled("x").code("c".repeat(length)).build()));

    assertThat(texts(rendered))
        .hasSize(sections)
        .allMatch(text -> text.length() <= 3_000)
        .allMatch(text -> text.startsWith("```\n") && text.endsWith("\n```"));
  }

  @ParameterizedTest
  @CsvSource({"9, 1", "10, 1", "11, 2"})
  void a_section_has_at_most_10_fields(int facts, int sections) {
    Card.Builder card = Card.titled("x");
    IntStream.range(0, facts).forEach(i -> card.inlineFact("name " + i, "value"));

    Rendered rendered = Rendered.of(Reply.of(card.build()));

    List<JsonNode> blocks = rendered.ofType("section");
    assertThat(blocks).hasSize(sections).allMatch(block -> block.path("fields").size() <= 10);
    assertThat(blocks.stream().mapToInt(block -> block.path("fields").size()).sum())
        .isEqualTo(facts);
  }

  @ParameterizedTest
  @CsvSource({"1996, 1999", "1997, 2000", "1998, 2000"})
  void a_field_has_at_most_2000_characters(int length, int shown) {
    Rendered rendered =
        Rendered.of(Reply.of(Card.titled("x").inlineFact("*", "v".repeat(length + 1)).build()));

    String field = rendered.ofType("section").get(0).path("fields").get(0).path("text").asText();
    assertThat(field).hasSize(shown);
    assertThat(field.contains("more characters)")).isEqualTo(length > 1_997);
  }

  @ParameterizedTest
  @CsvSource({"24, 1", "25, 1", "26, 2"})
  void a_row_has_at_most_25_actions(int actions, int rows) {
    Card card = Card.titled("x").build().withActions(buttons(actions, "ack"));

    Rendered rendered = Rendered.of(Reply.of(card));

    assertThat(rendered.ofType("actions"))
        .hasSize(rows)
        .allMatch(row -> row.path("elements").size() <= 25);
    assertThat(rendered.ofType("button")).hasSize(actions);
  }

  @ParameterizedTest
  @CsvSource({"37, 74", "38, 75"})
  void a_button_has_at_most_75_characters(int flames, int shown) {
    Action action =
        new Action.Button("🔥".repeat(flames), Action.Button.Style.NORMAL, stored("ack", 1));

    Rendered rendered = Rendered.of(Reply.of(Card.titled("x").action(action).build()));

    String label = rendered.ofType("button").get(0).path("text").path("text").asText();
    assertThat(label).hasSizeLessThanOrEqualTo(shown);
    assertThat(label.endsWith("🔥")).isEqualTo(flames == 37);
  }

  @ParameterizedTest
  @CsvSource({"1999, 1999", "2000, 2000", "2001, 2000"})
  void a_pictures_description_has_at_most_2000_characters(int length, int shown) {
    Part.Image image =
        new Part.Image(
            "a", "d".repeat(length), new Part.Image.Remote(URI.create("https://example.com/a")));

    Rendered rendered = Rendered.of(Reply.of(Card.titled("x").part(image).build()));

    assertThat(rendered.ofType("image").get(0).path("alt_text").asText()).hasSize(shown);
  }

  @ParameterizedTest
  @CsvSource({"49, 49, 0", "50, 50, 0", "51, 50, 2"})
  void a_message_has_at_most_50_blocks(int cards, int blocks, int missing) {
    List<Card> all =
        IntStream.range(0, cards).mapToObj(i -> Card.titled("card " + i).build()).toList();

    Rendered rendered = Rendered.of(Reply.of("", all));

    assertThat(rendered.blocks()).hasSize(blocks);
    assertThat(missing(rendered)).isEqualTo(missing);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void a_message_has_at_most_12000_characters(int beyond) {
    String fallback = "x\nand 4 more lines";
    int room = 12_000 - fallback.length() - "x".length();
    List<String> paragraphs = new ArrayList<>(List.of("a".repeat(3_000), "b".repeat(3_000)));
    paragraphs.add("c".repeat(3_000));
    paragraphs.add("d".repeat(room - 9_000 + beyond));
    Card.Builder card = Card.titled("x");
    paragraphs.forEach(card::text);

    Rendered rendered = Rendered.of(Reply.of(card.build()));

    assertThat(rendered.json().path("text").asText()).isEqualTo(fallback);
    assertThat(rendered.length()).isLessThanOrEqualTo(12_000);
    assertThat(beyond > 0 || rendered.length() == 12_000 + beyond).isTrue();
    assertThat(missing(rendered)).isEqualTo(beyond > 0 ? 1 : 0);
  }

  @Test
  void what_does_not_fit_is_counted() {
    Rendered rendered = Rendered.of(SampleReplies.tooLong().reply());

    long shown = rendered.visible().lines().filter(line -> line.contains("item number")).count();
    assertThat(shown).isGreaterThan(400);
    assertThat(shown + missing(rendered)).isEqualTo(2_000);
  }

  @Test
  void what_was_left_out_before_counts_too() {
    List<Phrase> items = IntStream.range(0, 2_000).mapToObj(i -> Phrase.of("item " + i)).toList();
    Card card = Card.titled("x").part(new Part.Bullets(items, 500)).build();

    Rendered rendered = Rendered.of(Reply.of(card));

    long shown = rendered.visible().lines().filter(line -> line.contains("item ")).count();
    assertThat(shown + missing(rendered)).isEqualTo(2_500);
  }

  @Test
  void a_cut_card_keeps_its_buttons_and_a_cut_reply_its_share_button() {
    List<String> lines = IntStream.range(0, 2_000).mapToObj(i -> "line " + i).toList();
    Card first = Card.titled("first").bullets(lines).build().withActions(buttons(2, "ack"));
    Card last = Card.titled("last").build().withActions(buttons(1, "share"));

    Rendered rendered = Rendered.of(Reply.of("", List.of(first, last)));

    assertThat(rendered.ofType("button"))
        .extracting(button -> button.path("action_id").asText())
        .containsExactly("v1|ack|id-0", "v1|ack|id-1", "v1|share|id-0");
    assertThat(rendered.visible()).doesNotContain("last");
  }

  @Property(tries = 60)
  void any_mixture_stays_within_every_limit(
      @ForAll @IntRange(min = 1, max = 70) int cards,
      @ForAll @IntRange(max = 60) int facts,
      @ForAll @IntRange(max = 2_000) int text,
      @ForAll @IntRange(max = 60) int buttons) {
    Card.Builder card = Card.titled("title & more");
    IntStream.range(0, facts).forEach(i -> card.inlineFact("name", "<value " + i + ">"));
    IntStream.range(0, facts).forEach(i -> card.fact("*name*", "value " + i));
    card.text("& ".repeat(text)).code("<c>\n".repeat(text / 10 + 1));
    Card built = card.build().withActions(buttons(buttons, "share"));

    Rendered rendered = Rendered.of(Reply.of("", Collections.nCopies(cards, built)));

    assertThat(rendered.blocks().size()).isBetween(1, 50);
    assertThat(rendered.length()).isLessThanOrEqualTo(12_000);
    assertThat(texts(rendered)).allMatch(t -> !t.isBlank() && t.length() <= 3_000);
    assertThat(rendered.ofType("section")).allMatch(section -> section.path("fields").size() <= 10);
    assertThat(rendered.ofType("actions")).allMatch(row -> row.path("elements").size() <= 25);
  }

  private static List<Action> buttons(int count, String action) {
    return IntStream.range(0, count)
        .mapToObj(i -> Action.button("Do it", action, "").withTarget(stored(action, i)))
        .toList();
  }

  private static Action.Stored stored(String action, int number) {
    return new Action.Stored(new ActionId(action, "id-" + number));
  }

  private static List<String> texts(Rendered rendered) {
    return rendered.ofType("section").stream()
        .filter(section -> section.has("text"))
        .map(section -> section.path("text").path("text").asText())
        .toList();
  }

  private static int missing(Rendered rendered) {
    Matcher more = MORE.matcher(rendered.visible());
    return more.find() ? Integer.parseInt(more.group(1).replace(",", "")) : 0;
  }
}
