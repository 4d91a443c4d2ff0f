package dev.amserr.digest;

import dev.amserr.notify.OutboxMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The runs of all schedules, durable. Of any number of processes that claim a run, one gets it; its
 * snapshot and its messages are kept with the claim, all or nothing.
 *
 * <p>Every method throws {@link dev.amserr.storage.StoreUnavailableException} if the store does not
 * answer.
 */
public interface DigestRuns {

  /**
   * How far a schedule has come. Notes a timing at the first call with it; processes whose
   * configurations differ in it leave each other's alone.
   */
  Progress progress(DigestSchedule schedule, Instant now);

  /**
   * The latest scheduled runs whose messages all wait and were never handed to a platform, in
   * order; empty if the latest run is not one of them.
   */
  List<DigestRun> unseen(String schedule);

  /**
   * Claims a run, and replaces runs that nobody has seen. A run whose time had come is claimed only
   * if its window begins where the last one ended that is not replaced, so that windows tile even
   * if two processes look at the same progress.
   *
   * @param messages what to post; kept in the outbox
   * @param replaced runs of the same schedule whose messages become {@code COMBINED}
   */
  Claiming claim(DigestRun run, List<OutboxMessage> messages, List<RunId> replaced);

  /** The run of that name. */
  Optional<DigestRun> find(RunId id);

  /** The latest run of a schedule whose time had come; what somebody asked for is none. */
  Optional<DigestRun> latestOf(String schedule);

  /** The latest runs, newest first. */
  List<DigestRun> latest(int limit);

  /** What came of a claim. */
  sealed interface Claiming {

    /** One function per case. */
    default <T> T fold(
        Function<Claimed, T> claimed,
        Function<TakenBefore, T> takenBefore,
        Function<SeenMeanwhile, T> seenMeanwhile,
        Function<Overtaken, T> overtaken) {
      if (this instanceof Claimed c) {
        return claimed.apply(c);
      }
      if (this instanceof TakenBefore t) {
        return takenBefore.apply(t);
      }
      return this instanceof SeenMeanwhile s
          ? seenMeanwhile.apply(s)
          : overtaken.apply((Overtaken) this);
    }
  }

  /** The run is this caller's, and everything was kept. */
  record Claimed() implements Claiming {}

  /** Somebody had it already; nothing was changed. */
  record TakenBefore(String by, Instant at) implements Claiming {}

  /** A run to be replaced has been handed to a platform meanwhile; nothing was changed. */
  record SeenMeanwhile(RunId run) implements Claiming {}

  /**
   * Another run came first, whose window ends then; nothing was changed. What is due follows from
   * {@link #progress} anew.
   */
  record Overtaken(Instant coveredUntil) implements Claiming {}
}
