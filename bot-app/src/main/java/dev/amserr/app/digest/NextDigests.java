package dev.amserr.app.digest;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.digest.DigestRun;
import dev.amserr.digest.DigestRuns;
import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.DigestSearch;
import dev.amserr.digest.RunOutcomes;
import dev.amserr.notify.DeliveryTally;
import dev.amserr.notify.Outbox;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** What stands beside the chat about digests: when each comes next, and how the last one went. */
public final class NextDigests implements Supplier<Reply> {

  private final Supplier<? extends Collection<DigestSchedule>> schedules;
  private final DigestRuns runs;
  private final RunOutcomes outcomes;
  private final Outbox outbox;
  private final Clock clock;

  /**
   * Over what is configured now.
   *
   * @param schedules the current ones; a reload replaces them
   */
  public NextDigests(
      Supplier<? extends Collection<DigestSchedule>> schedules,
      DigestRuns runs,
      RunOutcomes outcomes,
      Outbox outbox,
      Clock clock) {
    this.schedules = schedules;
    this.runs = runs;
    this.outcomes = outcomes;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public Reply get() {
    List<DigestSchedule> all = List.copyOf(schedules.get());
    if (all.isEmpty()) {
      return Reply.of(new DigestSearch.Unknown("", List.of(), List.of()).sentence());
    }
    Card.Builder card = Card.titled("When, and how the last one went").tone(Tone.INFO);
    all.forEach(schedule -> card.fact(schedule.name(), phrase(schedule)));
    return Reply.of(card.build());
  }

  private Phrase phrase(DigestSchedule schedule) {
    Phrase next = Phrase.of("next ").time(schedule.fireTimes().next(clock.instant()));
    return runs.latestOf(schedule.name())
        .map(run -> next.plain("; last ").code(run.id().toString()).plain(" " + state(run)))
        .orElseGet(() -> next.plain("; its time has not come yet"));
  }

  private String state(DigestRun run) {
    DeliveryTally messages = DeliveryTally.of(outbox.ofTopic(run.id().toString()));
    return messages.isNone() ? outcomes.of(run) : messages.words();
  }
}
