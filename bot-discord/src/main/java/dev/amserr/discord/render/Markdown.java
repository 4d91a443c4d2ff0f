package dev.amserr.discord.render;

import dev.amserr.command.render.SafeText;
import dev.amserr.command.reply.Link;
import dev.amserr.command.reply.Mention;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Span;
import dev.amserr.discord.render.MarkedText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Discord's dialect of Markdown. Data comes out as it is: whatever would be markup in it is
 * escaped, but within a URL, which Discord reads to the letter.
 */
final class Markdown {

  private static final String ANYWHERE = "\\*_~`|[]<";
  private static final String AT_START_OF_LINE = "-+#>";

  /** A space of no width keeps these from being mentions; nothing else tells them from one. */
  private static final Pattern EVERYBODY = Pattern.compile("@(?=everyone|here)");

  private static final Pattern URL = Pattern.compile("https?://[^\\s<>]+");
  private static final Pattern SNOWFLAKE = Pattern.compile("[0-9]{15,20}");
  private static final Pattern LANGUAGE = Pattern.compile("[-a-zA-Z0-9+#_.]{1,20}");

  /** What is longer is cut character by character and loses its emphasis. */
  private static final int LONGEST_PIECE = 256;

  private Markdown() {}

  /** Plain text, line breaks and all. */
  static MarkedText text(String data) {
    List<Piece> pieces = new ArrayList<>();
    String safe = EVERYBODY.matcher(SafeText.lines(data)).replaceAll("@\u200b");
    Matcher url = URL.matcher(safe);
    int at = 0;
    while (url.find(at)) {
      escape(safe.substring(at, url.start()), pieces);
      if (Limits.length(url.group()) <= LONGEST_PIECE) {
        pieces.add(new Piece(url.group(), Limits.length(url.group())));
      } else {
        url.group().codePoints().forEach(c -> pieces.add(new Piece(Character.toString(c), 1)));
      }
      at = url.end();
    }
    escape(safe.substring(at), pieces);
    return new MarkedText(pieces);
  }

  /** Plain text on one line. */
  static MarkedText line(String data) {
    return text(SafeText.line(data));
  }

  static MarkedText phrase(Phrase phrase) {
    List<Piece> pieces = new ArrayList<>();
    for (Span span : phrase.spans()) {
      pieces.addAll(
          span.fold(
              plain -> text(plain.text()).pieces(),
              strong -> strong(strong.text()),
              code -> code(code.text()),
              time -> List.of(whole(time(time))),
              named -> named(named.mention()),
              linked -> List.of(whole(link(linked.link())))));
    }
    return new MarkedText(pieces);
  }

  static String link(Link link) {
    String url = link.url().toASCIIString().replace("(", "%28").replace(")", "%29");
    return link.label().equals(link.url().toString())
        ? "<" + url + ">"
        : "[" + line(link.label()).whole() + "](" + url + ")";
  }

  /** The mention of a person who has an id here. */
  static Optional<String> mention(Mention person) {
    return person
        .idOn("discord")
        .filter(id -> SNOWFLAKE.matcher(id).matches())
        .map(id -> "<@" + id + ">");
  }

  /** What stands before and after the text of a code block; the text ends in no line break. */
  static String codeBlock(String language, String text) {
    String tag = LANGUAGE.matcher(language).matches() ? language : "";
    return "```" + tag + "\n" + text + "\n```";
  }

  /** Text that can stand in a code block: a fence in it is broken by a space of no width. */
  static String unfenced(String data) {
    return SafeText.lines(data).replace("``", "`\u200b`");
  }

  private static List<Piece> strong(String data) {
    MarkedText inner = text(data);
    return data.isBlank() || Limits.length(data) > LONGEST_PIECE
        ? inner.pieces()
        : List.of(new Piece("**" + inner.whole() + "**", Limits.length(data)));
  }

  private static List<Piece> code(String data) {
    String safe = SafeText.line(data);
    if (safe.isBlank() || safe.contains("``") || Limits.length(safe) > LONGEST_PIECE) {
      return text(safe).pieces();
    }
    String fenced = safe.contains("`") ? "`` " + safe + " ``" : "`" + safe + "`";
    return List.of(new Piece(fenced, Limits.length(safe)));
  }

  private static List<Piece> named(Mention person) {
    return mention(person)
        .map(mention -> List.of(whole(mention)))
        .orElseGet(() -> line(person.name()).pieces());
  }

  /** Shown by each reader's client in their own zone. */
  private static String time(Span.Time time) {
    char style =
        switch (time.style()) {
          case DATE_TIME -> 'f';
          case DATE -> 'D';
          case TIME -> 't';
          case RELATIVE -> 'R';
        };
    return "<t:" + time.at().getEpochSecond() + ":" + style + ">";
  }

  private static Piece whole(String markup) {
    return new Piece(markup, Limits.length(markup));
  }

  private static void escape(String text, List<Piece> pieces) {
    boolean startOfLine = true;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      boolean special =
          ANYWHERE.indexOf(c) >= 0 || (startOfLine && AT_START_OF_LINE.indexOf(c) >= 0);
      pieces.add(new Piece((special ? "\\" : "") + Character.toString(c), 1));
      startOfLine = c == '\n' || (startOfLine && c == ' ');
      at += Character.charCount(c);
    }
  }
}
