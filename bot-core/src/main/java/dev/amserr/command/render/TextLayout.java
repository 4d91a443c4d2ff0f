package dev.amserr.command.render;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Overflow;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lays a reply out in lines, for a terminal and for plain text. Used once. */
final class TextLayout {

  private static final int WIDEST_NAME = 24;
  private static final String INDENT = "  ";

  private final Ink ink;
  private final int width;
  private final PlainPhrases plain;
  private final List<String> lines = new ArrayList<>();

  TextLayout(Ink ink, int width, ReaderTime time) {
    this.ink = ink;
    this.width = width;
    this.plain = new PlainPhrases(time);
  }

  List<String> lines(Reply reply) {
    if (!reply.text().isBlank()) {
      lines.addAll(wrapped(SafeText.lines(reply.text()), width));
    }
    for (Card card : reply.cards()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      card(card);
    }
    return lines;
  }

  private void card(Card card) {
    String word = card.tone().word();
    String title = (word.isEmpty() ? "" : word + ": ") + SafeText.line(card.title());
    wrapped(title, width).forEach(line -> lines.add(ink.title(card.tone(), line)));
    card.link().ifPresent(url -> lines.add(INDENT + ink.faint(url.toASCIIString())));
    card.parts().forEach(this::part);
  }

  private void part(Part part) {
    part.<Runnable>fold(
            facts -> () -> facts(facts),
            text -> () -> indented(inked(text.text())),
            code ->
                () ->
                    SafeText.lines(code.text())
                        .lines()
                        .forEach(l -> lines.add(INDENT + "│ " + ink.code(l))),
            bullets -> () -> bullets(bullets),
            table -> () -> table(table),
            sparkline ->
                () ->
                    lines.add(
                        INDENT
                            + Sparklines.bars(sparkline)
                            + "  "
                            + SafeText.line(Sparklines.caption(sparkline))),
            image -> () -> image(image),
            links -> () -> links.links().forEach(l -> lines.add(INDENT + PlainPhrases.link(l))))
        .run();
  }

  private void facts(Part.Facts facts) {
    int names =
        facts.facts().stream()
            .mapToInt(fact -> DisplayWidth.of(SafeText.line(fact.name())))
            .filter(w -> w <= WIDEST_NAME)
            .max()
            .orElse(0);
    for (Part.Fact fact : facts.facts()) {
      String name = SafeText.line(fact.name());
      String padding = " ".repeat(Math.max(0, names - DisplayWidth.of(name)));
      String start = INDENT + ink.faint(name) + padding + INDENT;
      hanging(start, " ".repeat(names + 2 * INDENT.length()), inked(fact.value()));
    }
  }

  private void bullets(Part.Bullets bullets) {
    bullets.items().forEach(item -> hanging(INDENT + "• ", INDENT + INDENT, inked(item)));
    more(bullets.more());
  }

  private void table(Part.Table table) {
    TextTable text = TextTable.of(table, plain, width - INDENT.length());
    text.header().lines().forEach(line -> lines.add(INDENT + ink.strong(line)));
    text.rows().forEach(row -> row.lines().forEach(line -> lines.add(INDENT + line)));
    more(table.more());
  }

  private void image(Part.Image image) {
    String url =
        image.source().fold(remote -> " (" + remote.url().toASCIIString() + ")", drawn -> "");
    indented(SafeText.line(image.alt()) + url);
  }

  private void more(int count) {
    if (count > 0) {
      lines.add(INDENT + Overflow.note(count));
    }
  }

  private void indented(String text) {
    hanging(INDENT, INDENT, text);
  }

  private void hanging(String first, String others, String text) {
    List<String> wrapped = wrapped(text, width - DisplayWidth.of(others));
    for (int i = 0; i < wrapped.size(); i++) {
      lines.add((i == 0 ? first : others) + wrapped.get(i));
    }
  }

  private static List<String> wrapped(String text, int columns) {
    return Wrapping.betweenWords(text, columns);
  }

  private String inked(Phrase phrase) {
    return phrase.spans().stream()
        .map(
            span -> {
              String text = plain.text(span);
              return span.fold(
                  p -> text,
                  strong -> ink.strong(text),
                  code -> ink.code(text),
                  time -> text,
                  named -> ink.strong(text),
                  linked -> text);
            })
        .collect(Collectors.joining());
  }
}
