package dev.amserr.notify;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Tells the owner of a destination when a message for it will never be posted, with the reason. A
 * notice that fails in turn is told to nobody.
 */
public final class DeadLetters implements DeliveryObserver {

  private static final String TOPIC = "dead-letters";
  private static final Duration RIDDEN_OUT = Duration.ofDays(1);

  private final Outbox outbox;
  private final Destinations destinations;
  private final UnaryOperator<String> ownersDestination;

  /**
   * Notices.
   *
   * @param ownersDestination the destination of whoever owns a destination; itself or an unknown
   *     name for nobody
   */
  public DeadLetters(
      Outbox outbox, Destinations destinations, UnaryOperator<String> ownersDestination) {
    this.outbox = outbox;
    this.destinations = destinations;
    this.ownersDestination = ownersDestination;
  }

  @Override
  public void settled(OutboxEntry entry, Verdict verdict, Instant at) {
    if (verdict instanceof Verdict.Dead dead && !entry.message().topic().equals(TOPIC)) {
      owner(entry.message().destination())
          .ifPresent(
              owner ->
                  outbox.add(
                      List.of(
                          OutboxMessage.post(
                              "dead-" + entry.number(),
                              TOPIC,
                              owner,
                              notice(entry, dead),
                              at.plus(RIDDEN_OUT))),
                      at));
    }
  }

  private Optional<Destination> owner(String destination) {
    String owner = ownersDestination.apply(destination);
    return owner.equals(destination) ? Optional.empty() : destinations.find(owner);
  }

  private static Reply notice(OutboxEntry entry, Verdict.Dead dead) {
    return Reply.of(
            Card.titled("A post could not be delivered")
                .tone(Tone.BAD)
                .fact("Destination", entry.message().destination())
                .fact("What", entry.message().topic())
                .fact("Why", dead.reason())
                .text("Repair the destination; the next post tries again. /digest status lists it.")
                .build())
        .publicly();
  }
}
