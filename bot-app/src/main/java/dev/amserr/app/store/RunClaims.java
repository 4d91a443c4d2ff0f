package dev.amserr.app.store;

import dev.amserr.digest.DigestRun;
import dev.amserr.digest.DigestRuns;
import dev.amserr.digest.DigestRuns.Claimed;
import dev.amserr.digest.DigestRuns.Claiming;
import dev.amserr.digest.DigestRuns.Overtaken;
import dev.amserr.digest.DigestRuns.SeenMeanwhile;
import dev.amserr.digest.DigestRuns.TakenBefore;
import dev.amserr.digest.RunId;
import dev.amserr.notify.OutboxMessage;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Claims runs, each in one transaction with its messages and with the runs that it replaces. */
final class RunClaims {

  private final Database database;
  private final SqlOutbox outbox;

  /**
   * Claims in a store.
   *
   * @param outbox of the same store
   */
  RunClaims(Database database, SqlOutbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  /** See {@link DigestRuns#claim}. */
  Claiming claim(DigestRun run, List<OutboxMessage> messages, List<RunId> replaced) {
    try {
      return database.transaction(
          handle -> {
            lock(handle, run.id().schedule());
            if (!insert(handle, run)) {
              DigestRun first =
                  RunRows.find(handle, run.id())
                      .orElseThrow(() -> new IllegalStateException("A run that was there is gone"));
              return new TakenBefore(first.claimedBy(), first.claimedAt());
            }
            for (RunId id : replaced) {
              replace(handle, id, run);
            }
            requireTiling(handle, run);
            outbox.add(handle, messages, run.claimedAt());
            return new Claimed();
          });
    } catch (Undone undone) {
      return undone.why;
    }
  }

  /** Lets those who claim runs of a schedule pass one by one; each sees what the others kept. */
  private static void lock(Handle handle, String schedule) {
    handle
        .createUpdate(
            """
            INSERT INTO digest_schedule (schedule) VALUES (:schedule)
            ON CONFLICT (schedule) DO UPDATE SET schedule = EXCLUDED.schedule
            """)
        .bind("schedule", schedule)
        .execute();
  }

  /** Undoes the whole claim unless the window begins where the last one ended. */
  private static void requireTiling(Handle handle, DigestRun run) {
    if (run.occasion() != DigestRun.Occasion.SCHEDULED) {
      return;
    }
    handle
        .createQuery(
            """
            SELECT MAX(window_until) AS covered_until FROM digest_run
            WHERE schedule = :schedule AND scheduled_at <> :scheduledAt
              AND occasion = 'SCHEDULED' AND disposition <> 'COMBINED'
            """)
        .bind("schedule", run.id().schedule())
        .bind("scheduledAt", run.id().scheduledAt().toEpochMilli())
        .map((row, context) -> Optional.ofNullable(Millis.instantOrNull(row, "covered_until")))
        .one()
        .filter(covered -> !covered.equals(run.window().after()))
        .ifPresent(
            covered -> {
              throw new Undone(new Overtaken(covered));
            });
  }

  private static boolean insert(Handle handle, DigestRun run) {
    return handle
            .createUpdate(
                """
                INSERT INTO digest_run (schedule, scheduled_at, occasion, window_after,
                                        window_until, disposition, missed, missed_since, reason,
                                        snapshot, claimed_by, claimed_at)
                VALUES (:schedule, :scheduledAt, :occasion, :after,
                        :until, :disposition, :missed, :missedSince, :reason,
                        :snapshot, :by, :at)
                ON CONFLICT (schedule, scheduled_at) DO NOTHING
                """)
            .bind("schedule", run.id().schedule())
            .bind("scheduledAt", run.id().scheduledAt().toEpochMilli())
            .bind("occasion", run.occasion().name())
            .bind("after", run.window().after().toEpochMilli())
            .bind("until", run.window().until().toEpochMilli())
            .bind("disposition", run.disposition().name())
            .bind("missed", run.missed().count())
            .bind("missedSince", Millis.ofNullable(run.missed().since()))
            .bind("reason", StorableText.of(run.reason()))
            .bind("snapshot", StorableText.of(run.snapshot()))
            .bind("by", StorableText.of(run.claimedBy()))
            .bind("at", run.claimedAt().toEpochMilli())
            .execute()
        == 1;
  }

  /** Undoes the whole claim if a part of the run has been handed to a platform. */
  private static void replace(Handle handle, RunId id, DigestRun by) {
    int combined =
        handle
            .createUpdate(
                """
                UPDATE outbox SET state = 'COMBINED', reason = :reason, changed_at = :now,
                                  claimed_by = '', claimed_until = 0
                WHERE topic = :topic AND state = 'PENDING' AND first_sending_at IS NULL
                """)
            .bind("reason", "replaced by " + by.id())
            .bind("now", by.claimedAt().toEpochMilli())
            .bind("topic", id.toString())
            .execute();
    int all =
        handle
            .createQuery("SELECT COUNT(*) FROM outbox WHERE topic = :topic")
            .bind("topic", id.toString())
            .mapTo(Integer.class)
            .one();
    if (combined == 0 || combined < all) {
      throw new Undone(new SeenMeanwhile(id));
    }
    handle
        .createUpdate(
            """
            UPDATE digest_run SET disposition = 'COMBINED', replaced_by = :by
            WHERE schedule = :schedule AND scheduled_at = :scheduledAt
            """)
        .bind("by", by.id().scheduledAt().toEpochMilli())
        .bind("schedule", id.schedule())
        .bind("scheduledAt", id.scheduledAt().toEpochMilli())
        .execute();
  }

  /** Takes the whole claim back. */
  private static final class Undone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Claiming why;

    Undone(Claiming why) {
      super(why.toString(), null, false, false);
      this.why = why;
    }
  }
}
