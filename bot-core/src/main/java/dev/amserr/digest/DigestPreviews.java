package dev.amserr.digest;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What digests would say. Changes nothing. */
public final class DigestPreviews {

  private final DigestRuns runs;
  private final DigestSurvey survey;
  private final Clock clock;

  public DigestPreviews(DigestRuns runs, DigestSurvey survey, Clock clock) {
    this.runs = runs;
    this.survey = survey;
    this.clock = clock;
  }

  /**
   * The snapshot that a run at that time would freeze.
   *
   * @param at to the second, as runs are named
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer
   */
  public DigestSnapshot snapshot(DigestSchedule schedule, Instant at) {
    Instant end = at.truncatedTo(ChronoUnit.SECONDS);
    Instant start =
        runs.latestOf(schedule.name())
            .map(run -> run.window().until())
            .filter(covered -> covered.isBefore(end))
            .orElseGet(() -> schedule.firstWindowStart(end));
    return survey.snapshot(
        schedule,
        new RunId(schedule.name(), end),
        new DigestWindow(start, end),
        DueRun.Missed.NONE,
        clock.instant());
  }
}
