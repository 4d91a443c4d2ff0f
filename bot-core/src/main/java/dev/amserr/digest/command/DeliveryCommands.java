package dev.amserr.digest.command;

import dev.amserr.command.Choice;
import dev.amserr.command.Invocation;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.digest.DigestRuns;
import dev.amserr.digest.RunOutcomes;
import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits to be posted and what failed, and what people decide about what is held. */
final class DeliveryCommands {

  /** The option that names a message by its number. */
  static final String MESSAGE = "message";

  private static final int MOST_RUNS = 10;
  private static final int MOST_FAILURES = 10;
  private static final int MOST_CHOICES = 25;
  private static final Duration RIDDEN_OUT = Duration.ofHours(2);

  private final Outbox outbox;
  private final DigestRuns runs;
  private final RunOutcomes outcomes;
  private final AuditTrail audit;

  DeliveryCommands(Outbox outbox, DigestRuns runs, RunOutcomes outcomes, AuditTrail audit) {
    this.outcomes = outcomes;
    this.outbox = outbox;
    this.runs = runs;
    this.audit = audit;
  }

  Reply status() {
    return Reply.of(deliveries(), latestRuns());
  }

  private Card deliveries() {
    List<Outbox.DestinationStatus> queues = outbox.status();
    List<OutboxEntry> failures = outbox.failures(MOST_FAILURES);
    int failed = queues.stream().mapToInt(queue -> queue.held() + queue.dead()).sum();
    Card.Builder card = Card.titled("Deliveries").tone(failed > 0 ? Tone.WARNING : Tone.GOOD);
    if (queues.isEmpty()) {
      card.text("Nothing was ever posted.");
    }
    queues.forEach(queue -> card.fact(queue.destination(), state(queue)));
    if (!failures.isEmpty()) {
      card.part(
          new Part.Bullets(
              failures.stream().map(DeliveryCommands::line).toList(), failed - failures.size()));
    }
    failures.stream()
        .filter(DeliveryCommands::isHeld)
        .findFirst()
        .ifPresent(held -> card.text(whatToDo(held)));
    return card.build();
  }

  private static Phrase state(Outbox.DestinationStatus queue) {
    Phrase state =
        Phrase.of(
            queue.open() == 0
                ? "nothing waits"
                : queue.open() + (queue.open() == 1 ? " waits since " : " wait since "));
    if (queue.open() > 0) {
      state = state.time(queue.oldest());
    }
    if (queue.held() > 0) {
      state = state.plain(", " + queue.held() + " held: nobody knows whether they arrived");
    }
    if (queue.dead() > 0) {
      state = state.plain(", " + queue.dead() + " failed for good");
    }
    return state;
  }

  private static Phrase line(OutboxEntry entry) {
    return Phrase.of(
            "#%d %s to %s %s "
                .formatted(
                    entry.number(),
                    entry.message().topic(),
                    entry.message().destination(),
                    isHeld(entry) ? "held" : "failed"))
        .time(entry.changed())
        .plain(": " + entry.reason());
  }

  private static Phrase whatToDo(OutboxEntry held) {
    return Phrase.of("Look whether a held message stands in the channel. If it does not, ")
        .code("/digest release " + held.number())
        .plain(" posts it again; ")
        .code("/digest discard " + held.number())
        .plain(" gives it up.");
  }

  private static boolean isHeld(OutboxEntry entry) {
    return entry.state() == OutboxEntry.State.HELD;
  }

  private Card latestRuns() {
    List<Phrase> latest =
        runs.latest(MOST_RUNS).stream()
            .map(run -> Phrase.empty().code(run.id().toString()).plain(" " + outcomes.of(run)))
            .toList();
    Card.Builder card = Card.titled("Latest runs");
    return (latest.isEmpty()
            ? card.text("No digest has run yet.")
            : card.part(new Part.Bullets(latest, 0)))
        .build();
  }

  Reply release(Invocation call) {
    Instant now = call.origin().at();
    String by = "released by " + call.origin().actor().displayName();
    return decided(
        call,
        "digest.release",
        outbox.release(number(call), by, now.plus(RIDDEN_OUT), now),
        " is posted again. /digest status shows how far it is.");
  }

  Reply discard(Invocation call) {
    String by = "discarded by " + call.origin().actor().displayName();
    return decided(
        call,
        "digest.discard",
        outbox.discard(number(call), by, call.origin().at()),
        " is given up.");
  }

  private static long number(Invocation call) {
    return call.options().integer(MESSAGE).orElseThrow();
  }

  private Reply decided(
      Invocation call, String action, Optional<OutboxEntry> decided, String outcome) {
    if (decided.isEmpty()) {
      return Reply.of(
          "No message #"
              + number(call)
              + " is held. /digest status lists those that are, with their numbers.");
    }
    OutboxEntry entry = decided.get();
    String what = entry.message().topic() + " to " + entry.message().destination();
    audit.note(call, action, "#" + entry.number() + " " + what);
    return Reply.of("Message #" + entry.number() + ", " + what + "," + outcome);
  }

  /** The numbers of what is held. */
  List<Choice> heldLike(String typed) {
    return outbox.failures(MOST_CHOICES).stream()
        .filter(DeliveryCommands::isHeld)
        .map(entry -> Long.toString(entry.number()))
        .filter(number -> number.startsWith(typed.strip()))
        .map(Choice::of)
        .toList();
  }
}
