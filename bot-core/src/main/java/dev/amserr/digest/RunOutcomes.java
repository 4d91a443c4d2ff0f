package dev.amserr.digest;

import dev.amserr.notify.Outbox;
import java.util.Collection;
import java.util.function.Supplier;

/** What became of runs, in a few words; of one that went nowhere it does not say "posted". */
public final class RunOutcomes {

  private final Supplier<? extends Collection<DigestSchedule>> schedules;
  private final Outbox outbox;

  /**
   * Outcomes.
   *
   * @param schedules those of the configuration as it is now
   */
  public RunOutcomes(Supplier<? extends Collection<DigestSchedule>> schedules, Outbox outbox) {
    this.schedules = schedules;
    this.outbox = outbox;
  }

  /**
   * Such as {@code posted, it is time}.
   *
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer
   */
  public String of(DigestRun run) {
    return hasDestinations(run) || !outbox.ofTopic(run.id().toString()).isEmpty()
        ? run.outcome()
        : run.outcomeWithoutDestinations();
  }

  /** One whose schedule is gone is taken to have had some. */
  private boolean hasDestinations(DigestRun run) {
    return schedules.get().stream()
        .filter(schedule -> schedule.name().equals(run.id().schedule()))
        .noneMatch(schedule -> schedule.destinations().isEmpty());
  }
}
