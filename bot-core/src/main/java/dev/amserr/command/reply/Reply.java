package dev.amserr.command.reply;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command or a click, also what is posted unasked.
 *
 * @param text plain text, shown above the cards; may be empty where there are cards
 * @param pings who may be notified; whoever is only named in a phrase is not
 * @param shareForm what the button "Share" posts for all to see; null where there is no such button
 */
public record Reply(
    Privacy privacy,
    Placement placement,
    String text,
    List<Card> cards,
    List<Mention> pings,
    @Nullable Reply shareForm) {

  public Reply {
    Objects.requireNonNull(privacy, "privacy");
    Objects.requireNonNull(placement, "placement");
    cards = List.copyOf(cards);
    pings = List.copyOf(pings);
    if (text.isBlank() && cards.isEmpty()) {
      throw new IllegalArgumentException("A reply needs a text or a card");
    }
  }

  /** A sentence, private. */
  public static Reply of(String text) {
    return new Reply(Privacy.PRIVATE, Placement.NEW_MESSAGE, text, List.of(), List.of(), null);
  }

  /** Cards, private. */
  public static Reply of(Card... cards) {
    return of("", List.of(cards));
  }

  /** A sentence above cards, private. */
  public static Reply of(String text, List<Card> cards) {
    return new Reply(Privacy.PRIVATE, Placement.NEW_MESSAGE, text, cards, List.of(), null);
  }

  /** The same, with this privacy. */
  public Reply with(Privacy other) {
    return new Reply(other, placement, text, cards, pings, shareForm);
  }

  /** The same, for everybody in the place. */
  public Reply publicly() {
    return with(Privacy.PUBLIC);
  }

  /** The same, notifying these. */
  public Reply pinging(List<Mention> people) {
    return new Reply(privacy, placement, text, cards, people, shareForm);
  }

  /** The same, in place of the message whose button was used. */
  public Reply replacing() {
    return new Reply(privacy, Placement.REPLACE_MESSAGE, text, cards, pings, shareForm);
  }

  /** The same with a button, on its last card, that posts it for all to see. */
  public Reply shareable() {
    return shareableAs(this);
  }

  /** The same with a button that posts another form of it, such as one without phone numbers. */
  public Reply shareableAs(Reply form) {
    Reply shared =
        new Reply(Privacy.PUBLIC, Placement.NEW_MESSAGE, form.text, form.cards, form.pings, null);
    return new Reply(privacy, placement, text, cards, pings, shared);
  }

  /** What the button "Share" posts. */
  public Optional<Reply> shared() {
    return Optional.ofNullable(shareForm);
  }

  /** The same without a button to share it. */
  public Reply unshareable() {
    return new Reply(privacy, placement, text, cards, pings, null);
  }

  /** The same with each card replaced. */
  public Reply mapCards(UnaryOperator<Card> replacement) {
    return new Reply(
        privacy, placement, text, cards.stream().map(replacement).toList(), pings, shareForm);
  }

  /** One line for notifications: the text, else the titles of the cards. */
  public String summary() {
    return text.isBlank() ? String.join(" · ", cards.stream().map(Card::title).toList()) : text;
  }
}
