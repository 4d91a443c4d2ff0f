package dev.amserr.slack.blockkit;

import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.TextObject;
import dev.amserr.command.render.PlainPhrases;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.render.SafeText;
import dev.amserr.command.render.Sparklines;
import dev.amserr.command.render.TextTable;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Link;
import dev.amserr.command.reply.Overflow;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays the parts of a card out in rows. */
final class CardRows {

  /** What a code block shows on a desk without wrapping. */
  private static final int TABLE_WIDTH = 80;

  private final Pictures pictures;
  private final PlainPhrases plain;
  private final Markup markup;

  CardRows(Pictures pictures, ReaderTime time) {
    this.pictures = pictures;
    this.plain = new PlainPhrases(time);
    this.markup = new Markup(time);
  }

  /** The title, as a block of its own. */
  Row header(Card card) {
    String word = card.tone().word();
    String title = (word.isEmpty() ? "" : word + ": ") + SafeText.line(card.title());
    String text = Escaped.within(title, Limits.HEADER_TEXT);
    return new Row.Block(HeaderBlock.builder().text(Texts.plain(text)).build(), text.length(), 1);
  }

  /** Everything between the title and the actions. */
  List<Row> body(Card card) {
    List<Row> rows = new ArrayList<>();
    card.link()
        .map(url -> Phrase.empty().link(new Link(url.toASCIIString(), url)))
        .ifPresent(link -> rows.addAll(lines(List.of(link))));
    card.parts().forEach(part -> rows.addAll(part(part)));
    return rows;
  }

  /** Phrases below each other, in a section of their own. */
  List<Row> lines(List<Phrase> phrases) {
    List<Row> rows = new ArrayList<>();
    for (Phrase phrase : phrases) {
      Optional<String> marked = markup.of(phrase);
      if (marked.isPresent() && marked.get().length() <= Limits.SECTION_TEXT) {
        add(rows, marked.get(), Row.Form.MRKDWN);
      } else {
        text(rows, plain.text(phrase), Row.Form.PLAIN);
      }
    }
    return rows;
  }

  private List<Row> part(Part part) {
    return part.fold(
        this::facts,
        text -> lines(List.of(text.text())),
        code -> code(List.of(code.text().split("\n", -1)), 0),
        bullets ->
            withNote(
                lines(bullets.items().stream().map(Phrase.of("• ")::then).toList()),
                bullets.more()),
        this::table,
        sparkline ->
            lines(
                List.of(
                    Phrase.empty()
                        .code(Sparklines.bars(sparkline))
                        .plain("  " + Sparklines.caption(sparkline)))),
        this::image,
        links ->
            lines(
                List.of(
                    Phrase.join(
                        " · ", links.links().stream().map(Phrase.empty()::link).toList()))));
  }

  private List<Row> facts(Part.Facts facts) {
    if (facts.layout() == Part.Facts.Layout.STACKED) {
      return lines(facts.facts().stream().map(fact -> named(fact, ": ")).toList());
    }
    List<Row> rows = new ArrayList<>();
    for (int from = 0; from < facts.facts().size(); from += Limits.SECTION_FIELDS) {
      int to = Math.min(from + Limits.SECTION_FIELDS, facts.facts().size());
      List<TextObject> fields = facts.facts().subList(from, to).stream().map(this::field).toList();
      int length = fields.stream().mapToInt(field -> field.getText().length()).sum();
      rows.add(new Row.Block(SectionBlock.builder().fields(fields).build(), length, fields.size()));
    }
    return rows;
  }

  private TextObject field(Part.Fact fact) {
    Phrase phrase = named(fact, "\n");
    return markup
        .of(phrase)
        .filter(text -> text.length() <= Limits.FIELD_TEXT)
        .<TextObject>map(Texts::mrkdwn)
        .orElseGet(() -> Texts.plain(Escaped.within(plain.text(phrase), Limits.FIELD_TEXT)));
  }

  private static Phrase named(Part.Fact fact, String between) {
    return Phrase.empty().strong(fact.name()).plain(between).then(fact.value());
  }

  private List<Row> table(Part.Table table) {
    TextTable text = TextTable.of(table, plain, TABLE_WIDTH);
    List<String> lines = new ArrayList<>(text.header().lines().toList());
    int header = lines.size();
    text.rows().forEach(row -> lines.addAll(row.lines().toList()));
    return withNote(code(lines, header), table.more());
  }

  /** Lines to the letter; the first few do not count as missing where they are. */
  private static List<Row> code(List<String> lines, int uncounted) {
    Row.Form form = lines.stream().allMatch(Row.Form::canFence) ? Row.Form.CODE : Row.Form.PLAIN;
    List<Row> rows = new ArrayList<>();
    int room = Limits.SECTION_TEXT - form.length("");
    for (int i = 0; i < lines.size(); i++) {
      for (String piece : Escaped.pieces(SafeText.lines(lines.get(i)), room)) {
        rows.add(new Row.Line(piece, form, rows.isEmpty(), i < uncounted ? 0 : 1));
      }
    }
    return rows;
  }

  private List<Row> image(Part.Image image) {
    Optional<URI> url = pictures.url(image);
    String alt = SafeText.line(image.alt());
    if (pictures.shows(image)) {
      String address = url.map(URI::toASCIIString).orElseThrow();
      String text = Escaped.within(alt, Limits.ALT_TEXT);
      return List.of(
          new Row.Block(
              ImageBlock.builder().imageUrl(address).altText(text).build(),
              address.length() + text.length(),
              1));
    }
    return lines(
        List.of(url.map(u -> Phrase.empty().link(new Link(alt, u))).orElse(Phrase.of(alt))));
  }

  private static List<Row> withNote(List<Row> rows, int more) {
    if (more == 0) {
      return rows;
    }
    List<Row> all = new ArrayList<>(rows);
    all.add(new Row.Line(Overflow.note(more), Row.Form.PLAIN, rows.isEmpty(), more));
    return all;
  }

  private static void text(List<Row> rows, String text, Row.Form form) {
    for (String line : text.split("\n", -1)) {
      Escaped.pieces(line, Limits.SECTION_TEXT).forEach(piece -> add(rows, piece, form));
    }
  }

  private static void add(List<Row> rows, String text, Row.Form form) {
    int lines = (int) text.lines().count();
    rows.add(new Row.Line(text, form, rows.isEmpty(), lines));
  }
}
