package dev.amserr.errorcode;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Link;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A decoding as a reply that a person reads at night: what it is, what the viewer saw, what to do,
 * whether to retry, where it is documented. The best reading in full, the others in a line each.
 */
public final class DecodingReply {

  private static final int MOST_CARDS = 8;

  private final Function<Reading, Optional<Phrase>> owner;

  private DecodingReply(Function<Reading, Optional<Phrase>> owner) {
    this.owner = owner;
  }

  /** The reply, naming the kind of team that usually owns such a code. */
  public static Reply of(Decoding decoding) {
    return new DecodingReply(reading -> Optional.ofNullable(reading.owner()).map(Phrase::of))
        .reply(decoding);
  }

  /** The reply, naming the team that owns each code and who is on call for it at that instant. */
  public static Reply of(Decoding decoding, Owners owners, Instant at) {
    return new DecodingReply(reading -> Optional.of(owners.of(reading, at).phrase()))
        .reply(decoding);
  }

  private Reply reply(Decoding decoding) {
    if (decoding.codes().isEmpty()) {
      return Reply.of(
          decoding.suggestions().isEmpty()
              ? "No error code found. Paste a code such as 0x8088002E, a name, or a log line."
              : "No error code found. Did you mean "
                  + String.join(", ", decoding.suggestions())
                  + "?");
    }
    List<Card> cards = new ArrayList<>();
    decoding.codes().stream().limit(MOST_CARDS).map(this::card).forEach(cards::add);
    int more = decoding.codes().size() - cards.size() + decoding.moreCodes();
    if (more > 0) {
      cards.add(Card.titled("and " + more + " more codes").build());
    }
    return Reply.of("", cards);
  }

  private Card card(DecodedCode code) {
    String times = code.count() > 1 ? " (" + code.count() + " times)" : "";
    if (code.readings().isEmpty()) {
      return Card.titled(code.text() + times)
          .tone(Tone.NEUTRAL)
          .text("No catalog has this code.")
          .build();
    }
    Reading best = code.readings().get(0);
    boolean guess = best.match() == Match.GUESS;
    Card.Builder card =
        Card.titled((guess ? code.text() + ": perhaps " : "") + best.label() + times)
            .tone(tone(best));
    identity(card, code, best);
    advice(card, best, guess);
    origin(card, best);
    others(card, code);
    return card.build();
  }

  private static Tone tone(Reading best) {
    if (best.match() == Match.GUESS) {
      return Tone.NEUTRAL;
    }
    return best.success() ? Tone.INFO : Tone.BAD;
  }

  /** What it is, and what was seen of it. */
  private static void identity(Card.Builder card, DecodedCode code, Reading best) {
    if (best.meaning() != null) {
      card.text(best.meaning());
    }
    card.inlineFact("system", best.system().title());
    if (best.value() != null && !best.value().equals(best.label())) {
      card.inlineFact("value", Phrase.empty().code(best.value()));
    }
    if (best.httpStatus() != 0) {
      card.inlineFact("HTTP status", Integer.toString(best.httpStatus()));
    }
    if (code.repaired() != null) {
      card.inlineFact("read as", Phrase.empty().code(code.repaired()));
    }
    if (best.userMessage() != null) {
      card.fact("viewer sees", best.userMessage());
    }
    if (best.message() != null) {
      card.fact("service says", best.message());
    }
  }

  /** What to do, and who does it. */
  private void advice(Card.Builder card, Reading best, boolean guess) {
    if (!best.actions().isEmpty()) {
      card.text(Phrase.empty().strong("What to do")).bullets(best.actions());
    }
    if (!best.causes().isEmpty()) {
      card.text(Phrase.empty().strong("Causes")).bullets(best.causes());
    }
    if (best.retry() != Retry.UNKNOWN) {
      card.fact("retry", best.retry().advice());
    }
    if (!guess) {
      owner.apply(best).ifPresent(phrase -> card.fact("owner", phrase));
    }
  }

  /** How it is known. */
  private static void origin(Card.Builder card, Reading best) {
    best.facts().forEach(card::fact);
    if (!best.related().isEmpty()) {
      card.fact(
          "see also",
          Phrase.join(", ", best.related().stream().map(DecodingReply::related).toList()));
    }
    card.fact("source", source(best.source()));
    card.fact("why", best.why());
  }

  private static Phrase related(RelatedCode code) {
    String label = code.name() != null ? code.name() : String.valueOf(code.value());
    String what = code.relation().equals("see also") ? code.system() : code.relation();
    return Phrase.empty().code(label).plain(" (" + what + ")");
  }

  private static Phrase source(Source source) {
    return source.url().isEmpty()
        ? Phrase.of(source.title())
        : Phrase.empty().link(Link.to(source.title(), source.url()));
  }

  private static void others(Card.Builder card, DecodedCode code) {
    List<Reading> others = code.readings().subList(1, code.readings().size());
    if (!others.isEmpty()) {
      card.text(Phrase.empty().strong("Also"))
          .part(
              new Part.Bullets(
                  others.stream().map(reading -> Phrase.of(line(reading))).toList(), code.more()));
    }
  }

  private static String line(Reading reading) {
    return reading.system().title() + ": " + reading.label() + " (" + reading.why() + ")";
  }
}
