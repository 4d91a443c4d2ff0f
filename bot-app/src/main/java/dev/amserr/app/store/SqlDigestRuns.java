package dev.amserr.app.store;

import dev.amserr.digest.DigestRun;
import dev.amserr.digest.DigestRuns;
import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.Progress;
import dev.amserr.digest.RunId;
import dev.amserr.notify.OutboxMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The runs in the tables {@code digest_run}, {@code digest_schedule} and {@code digest_timing}. */
public final class SqlDigestRuns implements DigestRuns {

  /** More runs of a schedule than this are not combined at once. */
  private static final int MOST_UNSEEN = 50;

  private final Database database;
  private final RunClaims claims;

  /**
   * The runs of a store.
   *
   * @param outbox of the same store
   */
  public SqlDigestRuns(Database database, SqlOutbox outbox) {
    this.database = database;
    this.claims = new RunClaims(database, outbox);
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
                .formatted(RunRows.COLUMNS))
        .bind("schedule", schedule)
        .bind("limit", limit)
        .map((row, context) -> RunRows.run(row))
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
    return claims.claim(run, messages, replaced);
  }

  @Override
  public Optional<DigestRun> find(RunId id) {
    return database.read(handle -> RunRows.find(handle, id));
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
                        .formatted(RunRows.COLUMNS))
                .bind("limit", limit)
                .map((row, context) -> RunRows.run(row))
                .list());
  }
}
