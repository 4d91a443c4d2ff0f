package dev.amserr.digest;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Link;
import dev.amserr.command.reply.Overflow;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Tone;
import dev.amserr.recurrence.ChartRenderer;
import dev.amserr.recurrence.StateKind;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cards of one digest: its head, its sections and its last words. */
final class DigestCards {

  private static final int MOST_OWNERS = 8;
  private static final int HASH = 12;

  /** The words of a head besides its owners, roughly. */
  private static final int HEAD = 400;

  private final DigestSnapshot snapshot;
  private final DigestText text;
  private final String sha256;
  private final @Nullable URI page;
  private final ChartRenderer renderer;

  /**
   * The cards of a snapshot.
   *
   * @param sha256 of its canonical form
   * @param page where people can read all of it; null without a public address
   */
  DigestCards(DigestSnapshot snapshot, String sha256, @Nullable URI page, ChartRenderer renderer) {
    this.snapshot = snapshot;
    this.text = new DigestText(snapshot);
    this.sha256 = sha256;
    this.page = page;
    this.renderer = renderer;
  }

  Card head() {
    Card.Builder card = Card.titled(text.title()).tone(Tone.INFO).text(text.totals());
    if (page != null) {
      card.link(page);
    }
    if (!text.missed().isEmpty()) {
      card.text("This digest " + text.missed() + ".");
    }
    Overflow.Cut<DigestSnapshot.Duty> duties = Overflow.cut(snapshot.duties(), 0, MOST_OWNERS);
    duties.shown().forEach(duty -> card.fact(title(duty), DigestText.duty(duty)));
    if (duties.more() > 0) {
      card.text(duties.note() + " owners");
    }
    if (renderer.canDraw() && !snapshot.chart().bands().isEmpty()) {
      card.part(
          new Part.Image(
              DigestPictures.id(snapshot.run(), sha256),
              "Errors over the window, the most frequent series stacked: "
                  + String.join(
                      ", ",
                      snapshot.chart().bands().stream().map(DigestSnapshot.Band::label).toList()),
              new Part.Image.Drawn(() -> DigestPictures.draw(snapshot, renderer))));
    }
    return card.build();
  }

  /** About how much room the head takes. */
  int headWeight() {
    return HEAD
        + snapshot.duties().stream()
            .limit(MOST_OWNERS)
            .mapToInt(duty -> duty.title().length() + DigestComposer.weight(DigestText.duty(duty)))
            .sum();
  }

  private static String title(DigestSnapshot.Duty duty) {
    return duty.team().isEmpty() ? "Without owner" : duty.title();
  }

  /**
   * Lines of a section.
   *
   * @param isFirst whether they are its first ones
   * @param more how many are left out after them
   */
  Card section(DigestSnapshot.Section section, boolean isFirst, List<Phrase> lines, int more) {
    String title = DigestText.section(section.state(), section.lines().size());
    return Card.titled(isFirst ? title : title + ", continued")
        .tone(tone(section.state()))
        .part(new Part.Bullets(lines, more))
        .build();
  }

  /**
   * One series in one line.
   *
   * @param handled what was done about it since; empty for nothing
   */
  Phrase line(StateKind state, DigestSnapshot.Line line, String handled) {
    return text.line(state, line, handled);
  }

  /** The last words. With a page, they lead there if something was left out. */
  Card foot(boolean overflowed) {
    Card.Builder card = Card.titled("Run " + snapshot.run());
    if (!text.folded().isEmpty()) {
      card.text(text.folded());
    }
    if (!text.shed().isEmpty()) {
      card.text(text.shed());
    }
    card.text(Phrase.of(text.totals() + " · snapshot ").code(sha256.substring(0, HASH)));
    if (overflowed && page != null) {
      card.links(new Link("The whole digest", page));
    }
    return card.build();
  }

  private static Tone tone(StateKind state) {
    return switch (state) {
      case SPIKE, REGRESSED -> Tone.BAD;
      case NEW, RAMP, SOURCE_SILENT -> Tone.WARNING;
      case RECURRING, QUIET -> Tone.NEUTRAL;
    };
  }
}
