package dev.amserr.app.store;

import dev.amserr.digest.DigestRun;
import dev.amserr.digest.DigestRuns;
import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.DigestWindow;
import dev.amserr.digest.DueRun;
import dev.amserr.digest.Progress;
import dev.amserr.digest.RunId;
import dev.amserr.notify.OutboxMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The runs in the tables {@code digest_run}, {@code digest_schedule} and {@code digest_timing}. */
public final class SqlDigestRuns implements DigestRuns {

  /** More runs of a schedule than this are not combined at once. */
  private static final int MOST_UNSEEN = 50;

  private static final String COLUMNS =
      "r.schedule, r.scheduled_at, r.occasion, r.window_after, r.window_until, r.disposition,"
          + " r.missed, r.missed_since, r.reason, r.snapshot, r.claimed_by, r.claimed_at,"
          + " r.replaced_by";

  private final Database database;
  private final SqlOutbox outbox;

  /**
   * The runs of a store.
   *
   * @param outbox of the same store
   */
  public SqlDigestRuns(Database database, SqlOutbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  @Override
  public Progress progress(DigestSchedule schedule, Instant now) {
    Optional<Progress> known = database.read(handle -> progress(handle, schedule));
    return known.orElseGet(
        () ->
            database.transaction(
                handle -> {
                  handle
                      .createUpdate(
                          """
                          INSERT INTO digest_timing (schedule, timing, known_since)
                          VALUES (:schedule, :timing, :now)
                          ON CONFLICT (schedule, timing) DO NOTHING
                          """)
                      .bind("schedule", schedule.name())
                      .bind("timing", schedule.timing())
                      .bind("now", now.toEpochMilli())
                      .execute();
                  return progress(handle, schedule)
                      .orElseThrow(() -> new IllegalStateException("The schedule was not noted"));
                }));
  }

  /** Empty if the schedule's timing was not noted yet. */
  private static Optional<Progress> progress(Handle handle, DigestSchedule schedule) {
    return handle
        .createQuery(
            """
            SELECT s.known_since,
                   (SELECT MAX(r.window_until) FROM digest_run r
                    WHERE r.schedule = s.schedule AND r.occasion = 'SCHEDULED') AS covered_until
            FROM digest_timing s
            WHERE s.schedule = :schedule AND s.timing = :timing
            """)
        .bind("schedule", schedule.name())
        .bind("timing", schedule.timing())
        .map(
            (row, context) ->
                new Progress(
                    Millis.instant(row, "known_since"), Millis.instantOrNull(row, "covered_until")))
        .findOne();
  }

  @Override
  public List<DigestRun> unseen(String schedule) {
    return database.read(
        handle -> {
          List<DigestRun> unseen = new ArrayList<>();
          for (DigestRun run : scheduled(handle, schedule, MOST_UNSEEN)) {
            if (!isUnseen(handle, run.id())) {
              break;
            }
            unseen.add(0, run);
          }
          return unseen;
        });
  }

  /** The latest runs of a schedule whose time had come, newest first. */
  private static List<DigestRun> scheduled(Handle handle, String schedule, int limit) {
    return handle
        .createQuery(
            """
            SELECT %s FROM digest_run r
            WHERE r.schedule = :schedule AND r.occasion = 'SCHEDULED'
            ORDER BY r.scheduled_at DESC LIMIT :limit
            """
                .formatted(COLUMNS))
        .bind("schedule", schedule)
        .bind("limit", limit)
        .map((row, context) -> run(row))
        .list();
  }

  private static boolean isUnseen(Handle handle, RunId id) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) AS parts,
                   SUM(CASE WHEN state = 'PENDING' AND first_sending_at IS NULL THEN 1 ELSE 0 END)
                     AS unseen
            FROM outbox WHERE topic = :topic
            """)
        .bind("topic", id.toString())
        .map(
            (row, context) ->
                row.getInt("parts") > 0 && row.getInt("parts") == row.getInt("unseen"))
        .one();
  }

  @Override
  public Claiming claim(DigestRun run, List<OutboxMessage> messages, List<RunId> replaced) {
    try {
      return database.transaction(
          handle -> {
            lock(handle, run.id().schedule());
            if (!insert(handle, run)) {
              DigestRun first =
                  find(handle, run.id())
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

  @Override
  public Optional<DigestRun> find(RunId id) {
    return database.read(handle -> find(handle, id));
  }

  private static Optional<DigestRun> find(Handle handle, RunId id) {
    return handle
        .createQuery(
            """
            SELECT %s FROM digest_run r
            WHERE r.schedule = :schedule AND r.scheduled_at = :scheduledAt
            """
                .formatted(COLUMNS))
        .bind("schedule", StorableText.of(id.schedule()))
        .bind("scheduledAt", id.scheduledAt().toEpochMilli())
        .map((row, context) -> run(row))
        .findOne();
  }

  @Override
  public Optional<DigestRun> latestOf(String schedule) {
    return database.read(handle -> scheduled(handle, schedule, 1)).stream().findFirst();
  }

  @Override
  public List<DigestRun> latest(int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT %s FROM digest_run r
                    ORDER BY r.scheduled_at DESC, r.schedule LIMIT :limit
                    """
                        .formatted(COLUMNS))
                .bind("limit", limit)
                .map((row, context) -> run(row))
                .list());
  }

  private static DigestRun run(ResultSet row) throws SQLException {
    String schedule = row.getString("schedule");
    Instant replacedBy = Millis.instantOrNull(row, "replaced_by");
    return new DigestRun(
        new RunId(schedule, Millis.instant(row, "scheduled_at")),
        DigestRun.Occasion.valueOf(row.getString("occasion")),
        new DigestWindow(Millis.instant(row, "window_after"), Millis.instant(row, "window_until")),
        DigestRun.Disposition.valueOf(row.getString("disposition")),
        new DueRun.Missed(row.getInt("missed"), Millis.instantOrNull(row, "missed_since")),
        row.getString("reason"),
        row.getString("snapshot"),
        row.getString("claimed_by"),
        Millis.instant(row, "claimed_at"),
        replacedBy == null ? null : new RunId(schedule, replacedBy));
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
