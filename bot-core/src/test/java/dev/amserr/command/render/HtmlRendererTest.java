package dev.amserr.command.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.SampleReplies;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Link;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlRendererTest {

  private static final ReaderTime TIME = new ReaderTime(ZoneOffset.UTC, Instant.EPOCH);

  private final HtmlRenderer renderer = new HtmlRenderer(id -> "/charts/" + id + ".png");

  @Test
  void a_card_is_an_article_of_facts_lists_and_links() {
    String html = renderer.render(SampleReplies.decoding().reply(), TIME);

    assertThat(html)
        .startsWith("<section class=\"reply\"><article class=\"card\" data-tone=\"bad\"><h3>")
        .contains(
            "<span class=\"tone\">Problem: </span>"
                + "<a href=\"https://example.com/codes/0x8088002E\" rel=\"noopener noreferrer\">",
            "<dt>Value</dt><dd><code>0x8088002E</code></dd>",
            "<li>Then try again.</li>",
            "<a href=\"https://example.com/iis?a=1&amp;b=2\" rel=\"noopener noreferrer\">",
            "<button type=\"button\" class=\"normal\" data-action=\"v1|open|id-1\">Open</button>");
  }

  @Test
  void a_table_names_its_columns_for_screen_readers_and_says_what_is_missing() {
    String html = renderer.render(SampleReplies.series().reply(), TIME);

    assertThat(html)
        .contains(
            "<th scope=\"col\">code</th><th scope=\"col\" class=\"number\">count</th>",
            "<td class=\"number\">1,204</td>",
            "<time datetime=\"2026-03-09T13:30:00Z\">Mon 2026-03-09 13:30 UTC</time>",
            "<p class=\"more\">and 12 more</p>",
            "<img alt=\"Errors a day, rising to 12\" src=\"/charts/chart-12.png\">",
            "<span aria-hidden=\"true\">▁▃·█</span><figcaption>errors a day, highest 12</figcaption>");
  }

  @Test
  void there_is_no_style_and_no_script() {
    SampleReplies.all()
        .forEach(
            sample ->
                assertThat(renderer.render(sample.reply(), TIME))
                    .doesNotContain("<script", "<style", " style=", "javascript:")
                    .doesNotContainPattern("<[^>]* on[a-z]+="));
  }

  @Test
  void an_action_without_an_id_is_not_offered() {
    Reply reply = Reply.of(Card.titled("x").action(Action.button("Go", "go", "s")).build());

    assertThat(renderer.render(reply, TIME)).doesNotContain("button");
  }

  @Property
  void any_datum_anywhere_comes_out_as_text(@ForAll String first, @ForAll String second)
      throws Exception {
    String datum = "x" + first + "\"'<&>]]>" + second;
    Reply reply =
        Reply.of(
            datum,
            List.of(
                Card.titled(datum)
                    .fact(datum, Phrase.of(datum).strong(datum).code(datum))
                    .code(datum)
                    .bullets(List.of(datum))
                    .part(
                        new Part.Table(
                            List.of(Part.Column.left(datum)),
                            List.of(List.of(Phrase.of(datum))),
                            0))
                    .links(Link.to(datum, "https://example.com/"))
                    .part(new Part.Image("id", datum, new Part.Image.Drawn(() -> new byte[0])))
                    .build()));

    Document document = parse(renderer.render(reply, TIME));

    String expected = SafeText.lines(datum);
    assertThat(document.getElementsByTagName("code").item(0).getTextContent()).isEqualTo(expected);
    assertThat(document.getElementsByTagName("a").item(0).getTextContent()).isEqualTo(expected);
    assertThat(document.getElementsByTagName("th").item(0).getTextContent()).isEqualTo(expected);
    NodeList all = document.getElementsByTagName("*");
    assertThat(all.getLength()).isEqualTo(27 + document.getElementsByTagName("br").getLength());
  }

  /** An independent parser: the fragment, its void elements closed, is well-formed XML. */
  private static Document parse(String html) throws Exception {
    String xml = html.replace("<br>", "<br/>").replaceAll("(<img [^>]*)>", "$1/>");
    String safe = xml.replaceAll("[\uFFFE\uFFFF]", "\uFFFD");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(safe)));
  }
}
