package dev.amserr.discord.render;

import dev.amserr.command.render.PlainPhrases;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.render.Sparklines;
import dev.amserr.command.render.TextTable;
import dev.amserr.command.reply.Overflow;
import dev.amserr.command.reply.Part;
import java.util.ArrayList;
import java.util.List;

/** Parts of a card as markup. Tables stand in monospace, where times need the reader's zone. */
final class TextBlocks {

  /** Columns that a code block shows without wrapping on a desktop. */
  private static final int TABLE_WIDTH = 56;

  private static final int FENCES = Markdown.codeBlock("", "").length();

  private final PlainPhrases plain;

  TextBlocks(ReaderTime time) {
    this.plain = new PlainPhrases(time);
  }

  static Block bullets(Part.Bullets bullets) {
    List<Block> items = bullets.items().stream().<Block>map(item -> Markdown.phrase(item)).toList();
    return new Items("- ", items, "\n", bullets.more());
  }

  static Block links(Part.Links links) {
    List<Block> items =
        links.links().stream()
            .map(Markdown::link)
            .<Block>map(link -> new Indivisible(link))
            .toList();
    return new Items("", items, " · ", 0);
  }

  static Block sparkline(Part.Sparkline sparkline) {
    String caption = Markdown.line(Sparklines.caption(sparkline)).whole();
    return new Indivisible("`" + Sparklines.bars(sparkline) + "` " + caption);
  }

  static Block code(Part.Code code) {
    return new Fenced(code.language(), Markdown.unfenced(code.text()));
  }

  Block table(Part.Table table) {
    TextTable text = TextTable.of(table, plain, TABLE_WIDTH);
    return new Rows(
        Markdown.unfenced(text.header()),
        text.rows().stream().map(Markdown::unfenced).toList(),
        table.more());
  }

  /** Markup that is shown whole or not at all. */
  record Indivisible(String whole) implements Block {
    @Override
    public String within(int most) {
      return Limits.length(whole) <= most ? whole : "";
    }
  }

  /** Items of which those that do not fit are counted. A single one is shortened. */
  record Items(String start, List<Block> items, String separator, int alreadyMore)
      implements Block {

    @Override
    public String whole() {
      return within(Integer.MAX_VALUE);
    }

    @Override
    public String within(int most) {
      Overflow.Cut<Block> cut =
          Overflow.cut(
              items,
              alreadyMore,
              items.size(),
              most == Integer.MAX_VALUE ? most : most + separator.length(),
              item -> start.length() + Limits.length(item.whole()) + separator.length(),
              note -> note.length() + separator.length());
      if (cut.shown().isEmpty()) {
        return items.isEmpty() ? noteAlone(most) : firstShortened(most);
      }
      List<String> shown =
          new ArrayList<>(cut.shown().stream().map(item -> start + item.whole()).toList());
      if (cut.more() > 0) {
        shown.add(cut.note());
      }
      return String.join(separator, shown);
    }

    private String noteAlone(int most) {
      String note = Overflow.note(alreadyMore);
      return note.length() <= most ? note : "";
    }

    private String firstShortened(int most) {
      String note = Overflow.note(items.size() - 1 + alreadyMore);
      String end = note.isEmpty() ? "" : separator + note;
      String first = items.get(0).within(most - start.length() - end.length());
      return first.isEmpty() ? "" : start + first + end;
    }
  }

  /** Text to the letter. */
  record Fenced(String language, String text) implements Block {

    @Override
    public String whole() {
      return Markdown.codeBlock(language, text);
    }

    @Override
    public String within(int most) {
      if (Limits.length(whole()) <= most) {
        return whole();
      }
      int room = most - Limits.length(Markdown.codeBlock(language, ""));
      return room < 1 ? "" : Markdown.codeBlock(language, Overflow.text(text, room));
    }
  }

  /** Rows in monospace; those that do not fit are counted below. */
  record Rows(String header, List<String> rows, int alreadyMore) implements Block {

    @Override
    public String whole() {
      return within(Integer.MAX_VALUE);
    }

    @Override
    public String within(int most) {
      int room = most - FENCES - Limits.length(header);
      if (room < 0) {
        return "";
      }
      Overflow.Cut<String> cut =
          Overflow.cut(
              rows,
              alreadyMore,
              rows.size(),
              room,
              row -> 1 + Limits.length(row),
              note -> 1 + note.length());
      List<String> lines = new ArrayList<>(List.of(header));
      lines.addAll(cut.shown());
      String block = Markdown.codeBlock("", String.join("\n", lines));
      String whole = cut.more() == 0 ? block : block + "\n" + cut.note();
      return Limits.length(whole) <= most ? whole : "";
    }
  }
}
