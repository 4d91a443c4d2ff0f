package dev.amserr.command.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.command.SampleReplies;
import dev.amserr.command.SampleReplies.Sample;
import dev.amserr.command.reply.Reply;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same replies go through every renderer, and each shows the same facts. */
class RenderersTest {

  private static final ReaderTime TIME =
      new ReaderTime(ZoneId.of("Europe/Berlin"), SampleReplies.NOW);

  static Stream<Arguments> renderings() {
    return SampleReplies.all().stream()
        .flatMap(
            sample ->
                renderers().entrySet().stream()
                    .map(r -> Arguments.of(r.getKey(), sample, r.getValue())));
  }

  private static Map<String, Function<Reply, String>> renderers() {
    TerminalRenderer wide = TerminalRenderer.coloured(200);
    TerminalRenderer narrow = TerminalRenderer.monochrome(1_000);
    PlainTextRenderer plain = PlainTextRenderer.unlimited();
    HtmlRenderer html = new HtmlRenderer(id -> "/charts/" + id + ".png");
    ReplyJson json = new ReplyJson(id -> "/charts/" + id + ".png");
    Map<String, Function<Reply, String>> all = new LinkedHashMap<>();
    all.put("colours", reply -> wide.render(reply, TIME).replaceAll("\u001b\\[[0-9;]*m", ""));
    all.put("monochrome", reply -> narrow.render(reply, TIME));
    all.put("plain text", reply -> plain.render(reply, TIME));
    all.put("html", reply -> visibleHtml(html.render(reply, TIME)));
    all.put("json by kind", reply -> flat(json.render(reply, TIME), "parts"));
    all.put(
        "json in order",
        reply -> flat(json.render(reply, TIME), "facts text code list table links"));
    return all;
  }

  @ParameterizedTest(name = "{1} as {0}")
  @MethodSource("renderings")
  void every_renderer_shows_the_same_facts(
      String renderer, Sample sample, Function<Reply, String> rendering) {
    String shown = rendering.apply(sample.reply());

    List<String> facts = new ArrayList<>(sample.facts());
    if (renderer.equals("json by kind")) {
      facts.removeIf(fact -> isOfAKindThatOnlyPartsHave(sample, fact));
    }
    assertThat(shown).contains(facts);
  }

  @Test
  void what_does_not_fit_is_counted() {
    String text = PlainTextRenderer.within(500).render(SampleReplies.tooLong().reply(), TIME);

    Matcher last = Pattern.compile("and ([0-9,]+) more lines\\z").matcher(text);
    assertThat(last.find()).isTrue();
    long shown = text.lines().filter(line -> line.contains("item number")).count();
    assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(500);
    assertThat(shown + Long.parseLong(last.group(1).replace(",", ""))).isEqualTo(2_000);
  }

  @Test
  void times_are_in_the_readers_zone_everywhere() {
    renderers()
        .forEach(
            (name, rendering) ->
                assertThat(rendering.apply(SampleReplies.onCall().reply()))
                    .as(name)
                    .contains("Mon 2026-03-16 14:00 UTC+1", "in 6 days"));
  }

  private static boolean isOfAKindThatOnlyPartsHave(Sample sample, String fact) {
    return sample.name().equals("series")
        && List.of("errors a day", "▁▃·█", "Errors a day, rising to 12", "The logo").contains(fact);
  }

  /** Attributes with text for readers, and text between tags, unescaped. */
  private static String visibleHtml(String html) {
    return html.replaceAll("<a href=\"([^\"]*)\"[^>]*>", " $1 ")
        .replaceAll("<img alt=\"([^\"]*)\"[^>]*>", " $1 ")
        .replaceAll("<[^>]*>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /** Every value of a tree but those in the fields named; spans of a phrase run on. */
  private static String flat(JsonNode node, String without) {
    if (node.isValueNode()) {
      return node.asText();
    }
    StringBuilder text = new StringBuilder();
    List<String> skipped = node.has("parts") ? List.of(without.split(" ")) : List.of();
    if (node.isArray()) {
      node.forEach(child -> text.append(flat(child, without)).append(child.has("text") ? "" : " "));
    }
    node.properties()
        .forEach(
            field -> {
              if (!skipped.contains(field.getKey())) {
                text.append(flat(field.getValue(), without))
                    .append(node.has("text") && node.size() == 1 ? "" : " ");
              }
            });
    return text.toString();
  }
}
