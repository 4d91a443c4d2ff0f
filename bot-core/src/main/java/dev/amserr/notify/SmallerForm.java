package dev.amserr.notify;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Overflow;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import java.util.List;
import java.util.Optional;

/**
 * The same message with less in it: half of every list and table, with the rest counted, and
 * pictures in words.
 */
final class SmallerForm {

  private SmallerForm() {}

  /** The smaller form; empty if there is nothing to leave out. */
  static Optional<Reply> of(Reply reply) {
    Reply smaller = reply.mapCards(SmallerForm::card);
    return smaller.equals(reply) ? Optional.empty() : Optional.of(smaller);
  }

  private static Card card(Card card) {
    List<Part> parts = card.parts().stream().map(SmallerForm::part).toList();
    return new Card(card.title(), card.link().orElse(null), card.tone(), parts, card.actions());
  }

  private static Part part(Part part) {
    return part.fold(
        facts -> facts,
        text -> text,
        code -> new Part.Code(code.language(), Overflow.text(code.text(), 500)),
        bullets -> {
          Overflow.Cut<Phrase> cut = half(bullets.items(), bullets.more());
          return new Part.Bullets(cut.shown(), cut.more());
        },
        table -> {
          Overflow.Cut<List<Phrase>> cut = half(table.rows(), table.more());
          return new Part.Table(table.columns(), cut.shown(), cut.more());
        },
        sparkline -> sparkline,
        image -> new Part.Text(Phrase.of(image.alt())),
        links -> links);
  }

  private static <T> Overflow.Cut<T> half(List<T> items, int more) {
    return Overflow.cut(items, more, (items.size() + 1) / 2);
  }
}
