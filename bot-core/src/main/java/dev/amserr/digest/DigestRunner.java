package dev.amserr.digest;

import dev.amserr.notify.Destination;
import dev.amserr.notify.Destinations;
import dev.amserr.notify.OutboxMessage;
import dev.amserr.time.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes due runs happen, once each, in any number of processes: what is due follows from the
 * schedule and from what is kept, the snapshot is taken, and whoever claims the run has thereby put
 * its messages into the outbox. A timer only has to call {@link #wake} often enough. Thread-safe.
 */
public final class DigestRunner {

  /** So long after its time a run waits for the detector to come to the end of its window. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Failures of a platform are ridden out for at least so long. */
  static final Duration RIDDEN_OUT = Duration.ofHours(2);

  private static final Logger LOG = LoggerFactory.getLogger(DigestRunner.class);
  private static final int MOST_TRIES = 3;
  private static final int KEY_LENGTH = 20;

  private final Supplier<? extends Collection<DigestSchedule>> schedules;
  private final DigestRuns runs;
  private final DigestSurvey survey;
  private final DigestPreviews previews;
  private final DigestComposer composer;
  private final Destinations destinations;
  private final Clock clock;
  private final String process;
  private final SnapshotCodec codec = new SnapshotCodec();

  /**
   * A runner of one process.
   *
   * @param schedules those of the configuration as it is now
   * @param process names this process in the runs that it claims
   */
  public DigestRunner(
      Supplier<? extends Collection<DigestSchedule>> schedules,
      DigestRuns runs,
      DigestSurvey survey,
      DigestComposer composer,
      Destinations destinations,
      Clock clock,
      String process) {
    this.schedules = schedules;
    this.runs = runs;
    this.survey = survey;
    this.previews = new DigestPreviews(runs, survey, clock);
    this.composer = composer;
    this.destinations = destinations;
    this.clock = clock;
    this.process = process;
  }

  /**
   * Makes every run happen that is due and whose window the detector has looked at, or had a minute
   * to.
   *
   * @return the runs that this call claimed
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer; what is due
   *     stays due
   */
  public List<DigestRun> wake() {
    List<DigestRun> claimed = new ArrayList<>();
    for (DigestSchedule schedule : schedules.get()) {
      Instant now = clock.instant();
      for (DueRun due : DueRun.of(schedule, runs.progress(schedule, now), now)) {
        claimed.addAll(
            due.fold(
                compose -> isReady(compose, now) ? compose(schedule, compose) : List.of(),
                passedOver -> claimPassedOver(schedule, passedOver)));
      }
    }
    return claimed;
  }

  /**
   * Posts a digest now because somebody asked for it. The windows of the schedule do not move.
   *
   * @param askedBy who, for the record
   */
  public DigestRuns.Claiming send(DigestSchedule schedule, String askedBy) {
    Instant now = clock.instant();
    DigestSnapshot snapshot = previews.snapshot(schedule, now);
    DigestRun run =
        run(
            snapshot,
            DigestRun.Occasion.ASKED_FOR,
            DigestRun.Disposition.POSTED,
            "asked for by " + askedBy,
            now);
    return runs.claim(run, messages(schedule, snapshot), List.of());
  }

  /** Before, what occurred in the last minute of the window may be in no state yet. */
  private boolean isReady(DueRun.Compose due, Instant now) {
    return !now.isBefore(due.scheduledAt().plus(PATIENCE))
        || survey.isEvaluated(due.window().until());
  }

  private List<DigestRun> compose(DigestSchedule schedule, DueRun.Compose due) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      List<DigestRun> replaced =
          schedule.onMissed() == OnMissed.COMBINE ? runs.unseen(schedule.name()) : List.of();
      DueRun.Compose whole = due;
      for (int i = replaced.size() - 1; i >= 0; i--) {
        DigestRun earlier = replaced.get(i);
        whole = whole.replacing(earlier.window(), earlier.missed(), earlier.id().scheduledAt());
      }
      Instant now = clock.instant();
      DigestSnapshot snapshot =
          survey.snapshot(
              schedule,
              new RunId(schedule.name(), whole.scheduledAt()),
              whole.window(),
              whole.missed(),
              now);
      boolean silent = snapshot.isEmpty() && !schedule.sendIfEmpty();
      DigestRun run =
          run(
              snapshot,
              DigestRun.Occasion.SCHEDULED,
              silent ? DigestRun.Disposition.EMPTY : DigestRun.Disposition.POSTED,
              whole.reason(),
              now);
      DigestRuns.Claiming claiming =
          runs.claim(
              run,
              silent ? List.of() : messages(schedule, snapshot),
              replaced.stream().map(DigestRun::id).toList());
      LOG.info("{}: {} ({})", run.id(), told(claiming), whole.reason());
      boolean again = claiming.<Boolean>fold(c -> false, t -> false, seen -> true, o -> false);
      if (!again) {
        return mine(claiming, run);
      }
    }
    return List.of();
  }

  private List<DigestRun> claimPassedOver(DigestSchedule schedule, DueRun.PassOver due) {
    DigestRun run =
        new DigestRun(
            new RunId(schedule.name(), due.scheduledAt()),
            DigestRun.Occasion.SCHEDULED,
            due.window(),
            DigestRun.Disposition.PASSED_OVER,
            DueRun.Missed.NONE,
            due.reason(),
            "",
            process,
            clock.instant(),
            null);
    DigestRuns.Claiming claiming = runs.claim(run, List.of(), List.of());
    LOG.info("{}: passed over, {} ({})", run.id(), due.reason(), told(claiming));
    return mine(claiming, run);
  }

  private static List<DigestRun> mine(DigestRuns.Claiming claiming, DigestRun run) {
    return claiming.fold(
        claimed -> List.of(run), taken -> List.of(), seen -> List.of(), overtaken -> List.of());
  }

  private DigestRun run(
      DigestSnapshot snapshot,
      DigestRun.Occasion occasion,
      DigestRun.Disposition disposition,
      String reason,
      Instant now) {
    return new DigestRun(
        snapshot.run(),
        occasion,
        snapshot.window(),
        disposition,
        snapshot.missed(),
        reason,
        codec.write(snapshot),
        process,
        now,
        null);
  }

  private List<OutboxMessage> messages(DigestSchedule schedule, DigestSnapshot snapshot) {
    List<DigestPart> parts = composer.parts(snapshot);
    Instant nextRun = schedule.fireTimes().next(snapshot.run().scheduledAt());
    Instant expires = Interval.later(nextRun, clock.instant().plus(RIDDEN_OUT));
    List<OutboxMessage> messages = new ArrayList<>();
    for (Destination destination :
        schedule.destinations().stream()
            .flatMap(name -> destinations.find(name).stream())
            .toList()) {
      for (DigestPart part : parts) {
        messages.add(
            OutboxMessage.post(
                key(snapshot.run(), destination.name(), part.number()),
                snapshot.run().toString(),
                destination,
                part.content(),
                expires));
      }
    }
    return messages;
  }

  /** The key of a part: at most 25 characters, the same in every process. */
  static String key(RunId run, String destination, int part) {
    String hash = SnapshotCodec.sha256(run + "\n" + destination);
    return hash.substring(0, KEY_LENGTH) + "." + part;
  }

  private static String told(DigestRuns.Claiming claiming) {
    return claiming.fold(
        claimed -> "claimed",
        taken -> "claimed before by " + taken.by(),
        seen -> seen.run() + " went out meanwhile",
        overtaken -> "windows were covered until " + overtaken.coveredUntil() + " meanwhile");
  }
}
