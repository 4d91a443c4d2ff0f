package dev.amserr.slack.blockkit;

import dev.amserr.command.render.ReaderTime;
import dev.amserr.command.render.SafeText;
import dev.amserr.command.reply.Link;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Phrases in Slack's markup. Slack has escapes for {@code & < >} alone, so a phrase whose data
 * would be read as markup (a star before a word, a backtick, {@code :name:}) has no such form.
 */
final class Markup {

  private final ReaderTime time;

  Markup(ReaderTime time) {
    this.time = time;
  }

  /** A piece of a phrase; a marked one stands apart from letters. */
  private record Piece(String text, boolean marked) {}

  /** The phrase in markup; empty if it must be sent as plain text. */
  Optional<String> of(Phrase phrase) {
    List<Piece> pieces = new ArrayList<>();
    for (Span span : phrase.spans()) {
      Optional<Piece> piece = piece(span);
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      if (!piece.get().text().isEmpty()) {
        pieces.add(piece.get());
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      boolean apart = i == 0 || standApart(pieces.get(i - 1), pieces.get(i));
      if (!apart) {
        return Optional.empty();
      }
      text.append(pieces.get(i).text());
    }
    return Optional.of(text.toString());
  }

  private Optional<Piece> piece(Span span) {
    return span.fold(
        plain -> data(SafeText.lines(plain.text())),
        strong -> marked(strong.text(), "*"),
        code -> marked(code.text(), "`"),
        at -> Optional.of(new Piece(date(at), false)),
        named -> data(SafeText.line(named.mention().name())),
        linked -> link(linked.link()));
  }

  private static Optional<Piece> data(String text) {
    return Markers.areIn(text) ? Optional.empty() : Optional.of(new Piece(Escaped.of(text), false));
  }

  /** Markers hold around a text on one line that has no blanks at its ends. */
  private static Optional<Piece> marked(String raw, String marker) {
    String text = SafeText.lines(raw);
    boolean holds =
        !text.isEmpty()
            && text.equals(text.strip())
            && text.indexOf('\n') < 0
            && !text.contains(marker)
            && (marker.equals("`") || !Markers.areIn(text));
    return holds
        ? Optional.of(new Piece(marker + Escaped.of(text) + marker, true))
        : Optional.empty();
  }

  private static Optional<Piece> link(Link link) {
    String label = SafeText.line(link.label());
    return Markers.areIn(label) || label.indexOf('|') >= 0
        ? Optional.empty()
        : Optional.of(new Piece("<" + url(link) + "|" + Escaped.of(label) + ">", false));
  }

  private static String url(Link link) {
    return Escaped.of(link.url().toASCIIString()).replace("|", "%7C");
  }

  /** Shown by Slack in the zone of whoever reads it; the fallback is for clients that can't. */
  private String date(Span.Time at) {
    String form =
        switch (at.style()) {
          case DATE_TIME -> "{date_short_pretty} {time}";
          case DATE -> "{date_short_pretty}";
          case TIME -> "{time}";
          case RELATIVE -> "{ago}";
        };
    return "<!date^"
        + at.at().getEpochSecond()
        + "^"
        + form
        + "|"
        + Escaped.of(time.format(at))
        + ">";
  }

  private static boolean standApart(Piece before, Piece after) {
    int last = before.text().codePointBefore(before.text().length());
    if (!before.marked() && !after.marked()) {
      return !Markers.isOne(last);
    }
    int first = after.text().codePointAt(0);
    return !(before.marked() && after.marked())
        && !(after.marked() && Markers.cling(last))
        && !(before.marked() && Markers.cling(first));
  }
}
