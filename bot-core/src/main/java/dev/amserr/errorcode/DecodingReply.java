package dev.amserr.errorcode;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A decoding as a reply that a person reads at night: what it is, what the viewer saw, what to do,
 * whether to retry, where it is documented. The best reading in full, the others in a line each.
 */
public final class DecodingReply {

  private static final int MOST_CARDS = 8;

  private DecodingReply() {}

  /** The reply; it says what to do next where nothing was found. */
  public static Reply of(Decoding decoding) {
    if (decoding.codes().isEmpty()) {
      return Reply.of(
          decoding.suggestions().isEmpty()
              ? "No error code found. Paste a code such as 0x8088002E, a name, or a log line."
              : "No error code found. Did you mean "
                  + String.join(", ", decoding.suggestions())
                  + "?");
    }
    List<Card> cards = new ArrayList<>();
    decoding.codes().stream().limit(MOST_CARDS).map(DecodingReply::card).forEach(cards::add);
    int more = decoding.codes().size() - cards.size() + decoding.moreCodes();
    if (more > 0) {
      cards.add(Card.titled("and " + more + " more codes").build());
    }
    return Reply.of(cards.toArray(Card[]::new));
  }

  private static Card card(DecodedCode code) {
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
            .tone(guess ? Tone.NEUTRAL : Tone.BAD);
    card.fact("system", best.system().title());
    if (best.value() != null && !best.value().equals(best.label())) {
      card.fact("value", best.value());
    }
    if (code.repaired() != null) {
      card.fact("read as", code.repaired());
    }
    if (best.meaning() != null) {
      card.text(best.meaning());
    }
    if (best.message() != null) {
      card.fact("service says", best.message());
    }
    if (best.userMessage() != null) {
      card.fact("viewer sees", best.userMessage());
    }
    if (best.httpStatus() != 0) {
      card.fact("HTTP status", Integer.toString(best.httpStatus()));
    }
    best.facts().forEach(card::fact);
    if (!best.causes().isEmpty()) {
      card.text("Causes").bullets(best.causes());
    }
    if (!best.actions().isEmpty()) {
      card.text("What to do").bullets(best.actions());
    }
    card.fact("retry", best.retry().advice());
    if (best.owner() != null) {
      card.fact("owner", best.owner());
    }
    card.fact("source", best.source().title());
    card.fact("why", best.why());
    List<Reading> others = code.readings().subList(1, code.readings().size());
    if (!others.isEmpty()) {
      card.text("Also")
          .bullets(others.stream().map(DecodingReply::line).collect(Collectors.toList()));
    }
    return card.build();
  }

  private static String line(Reading reading) {
    return reading.system().title() + ": " + reading.label() + " (" + reading.why() + ")";
  }
}
