package dev.amserr.app.store;

import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.notify.Lane;
import dev.amserr.notify.Outbox;
import dev.amserr.notify.OutboxEntry;
import dev.amserr.notify.OutboxMessage;
import dev.amserr.notify.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The outbox in the tables {@code outbox} and {@code outbox_lane}; see {@link OutboxLanes}. */
public final class SqlOutbox implements Outbox {

  /** Whether there is something left to do for a message. */
  static final String OPEN = "state IN ('PENDING', 'SENDING', 'UNKNOWN')";

  private final Database database;
  private final OutboxRows rows;

  /**
   * The outbox of a store.
   *
   * @param replies writes contents; draws pictures when they are posted
   */
  public SqlOutbox(Database database, ReplyCodec replies) {
    this.database = database;
    this.rows = new OutboxRows(replies);
  }

  @Override
  public int add(List<OutboxMessage> messages, Instant now) {
    return database.transaction(handle -> add(handle, messages, now));
  }

  /** Adds messages in the transaction of the handle. See {@link Outbox#add}. */
  int add(Handle handle, List<OutboxMessage> messages, Instant now) {
    messages.stream()
        .map(message -> message.lane().name())
        .distinct()
        .sorted()
        .forEach(lane -> OutboxLanes.open(handle, lane));
    return messages.stream().mapToInt(message -> rows.add(handle, message, now)).sum();
  }

  @Override
  public List<Lane> lanesWithWork(Instant now) {
    return database.read(handle -> OutboxLanes.withWork(handle, now));
  }

  /**
   * Without {@code SKIP LOCKED}, so that one text serves both databases: who comes second finds the
   * predicates of the outer statement no longer true.
   */
  @Override
  public Optional<Claim> claim(Lane lane, String by, Instant now, Instant until) {
    return database.transaction(
        handle ->
            handle
                .createQuery(
                    """
                    UPDATE outbox SET claimed_by = :by, claimed_until = :until
                    WHERE id = (SELECT MIN(id) FROM outbox WHERE lane = :lane AND %s)
                      AND %s AND claimed_until <= :now
                      AND NOT EXISTS
                        (SELECT 1 FROM outbox_lane WHERE lane = :lane AND opens_at > :now)
                    RETURNING %s
                    """
                        .formatted(OPEN, OPEN, OutboxRows.COLUMNS))
                .bind("by", by)
                .bind("until", until.toEpochMilli())
                .bind("lane", lane.name())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Claim(rows.entry(row), by))
                .findOne());
  }

  @Override
  public Standing sending(Claim claim, Instant now) {
    return database.transaction(
        handle ->
            standing(
                change(
                        handle,
                        claim,
                        "state = 'SENDING', reason = '',"
                            + " first_sending_at = COALESCE(first_sending_at, :now)")
                    .bind("now", now.toEpochMilli())));
  }

  @Override
  public Standing settle(Claim claim, Verdict verdict, Instant now) {
    return database.transaction(
        handle -> {
          Standing standing = standing(settled(handle, claim, verdict, now));
          if (standing == Standing.HELD) {
            OutboxLanes.settle(handle, claim.entry().message().lane(), verdict, now);
          }
          return standing;
        });
  }

  private Update settled(Handle handle, Claim claim, Verdict verdict, Instant now) {
    Update update =
        verdict.fold(
            sent ->
                free(handle, claim, "state = 'SENT', message_id = :id")
                    .bind("id", sent.messageId()),
            wait ->
                free(handle, claim, "state = 'PENDING', attempts = attempts + :failed")
                    .bind("failed", wait.kind() == Verdict.Wait.Kind.NEXT_ATTEMPT ? 1 : 0),
            unsure -> free(handle, claim, "state = 'UNKNOWN'"),
            hold -> free(handle, claim, "state = 'HELD'"),
            dead -> free(handle, claim, "state = 'DEAD'"),
            shrink ->
                free(handle, claim, "state = 'PENDING', form = 'SMALLER', content = :content")
                    .bind("content", rows.content(shrink.smaller())));
    return update.bind("reason", StorableText.of(verdict.reason())).bind("now", now.toEpochMilli());
  }

  /** A change that gives the message back. */
  private static Update free(Handle handle, Claim claim, String assignments) {
    return change(
        handle, claim, assignments + ", reason = :reason, claimed_by = '', claimed_until = 0");
  }

  private static Update change(Handle handle, Claim claim, String assignments) {
    return handle
        .createUpdate(
            "UPDATE outbox SET changed_at = :now, %s WHERE id = :number AND claimed_by = :by AND %s"
                .formatted(assignments, OPEN))
        .bind("number", claim.entry().number())
        .bind("by", claim.by());
  }

  private static Standing standing(Update update) {
    return update.execute() == 1 ? Standing.HELD : Standing.LOST;
  }

  @Override
  public Optional<OutboxEntry> release(long number, String reason, Instant expires, Instant now) {
    return decide(number, reason, "state = 'PENDING', expires_at = " + expires.toEpochMilli(), now);
  }

  @Override
  public Optional<OutboxEntry> discard(long number, String reason, Instant now) {
    return decide(number, reason, "state = 'DEAD'", now);
  }

  private Optional<OutboxEntry> decide(
      long number, String reason, String assignments, Instant now) {
    return database.transaction(
        handle -> {
          Optional<OutboxEntry> held =
              handle
                  .createQuery(
                      "SELECT %s FROM outbox WHERE id = :id AND state = 'HELD'"
                          .formatted(OutboxRows.COLUMNS))
                  .bind("id", number)
                  .map((row, context) -> rows.entry(row))
                  .findOne();
          int decided =
              handle
                  .createUpdate(
                      """
                      UPDATE outbox SET %s, reason = :reason, changed_at = :now
                      WHERE id = :id AND state = 'HELD'
                      """
                          .formatted(assignments))
                  .bind("reason", StorableText.of(reason))
                  .bind("now", now.toEpochMilli())
                  .bind("id", number)
                  .execute();
          return decided == 1 ? held : Optional.empty();
        });
  }

  @Override
  public Optional<OutboxEntry> find(String key) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT %s FROM outbox WHERE dedupe_key = :key".formatted(OutboxRows.COLUMNS))
                .bind("key", StorableText.of(key))
                .map((row, context) -> rows.entry(row))
                .findOne());
  }

  @Override
  public List<OutboxEntry> ofTopic(String topic) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT %s FROM outbox WHERE topic = :topic ORDER BY id"
                        .formatted(OutboxRows.COLUMNS))
                .bind("topic", StorableText.of(topic))
                .map((row, context) -> rows.entry(row))
                .list());
  }

  @Override
  public List<DestinationStatus> status() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT destination,
                           SUM(CASE WHEN %1$s THEN 1 ELSE 0 END) AS open,
                           COALESCE(MIN(CASE WHEN %1$s THEN added_at END), 0) AS oldest,
                           SUM(CASE WHEN state = 'HELD' THEN 1 ELSE 0 END) AS held,
                           SUM(CASE WHEN state = 'DEAD' THEN 1 ELSE 0 END) AS dead
                    FROM outbox
                    GROUP BY destination
                    ORDER BY destination
                    """
                        .formatted(OPEN))
                .map(
                    (row, context) ->
                        new DestinationStatus(
                            row.getString("destination"),
                            row.getInt("open"),
                            Millis.instant(row, "oldest"),
                            row.getInt("held"),
                            row.getInt("dead")))
                .list());
  }

  @Override
  public List<OutboxEntry> failures(int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT %s FROM outbox WHERE state IN ('HELD', 'DEAD')
                    ORDER BY CASE WHEN state = 'HELD' THEN 0 ELSE 1 END, id DESC LIMIT :limit
                    """
                        .formatted(OutboxRows.COLUMNS))
                .bind("limit", limit)
                .map((row, context) -> rows.entry(row))
                .list());
  }

  @Override
  public int purge(Instant settledBefore) {
    return database.transaction(
        handle ->
            handle
                .createUpdate(
                    """
                    DELETE FROM outbox
                    WHERE state IN ('SENT', 'HELD', 'DEAD', 'COMBINED') AND changed_at < :before
                    """)
                .bind("before", settledBefore.toEpochMilli())
                .execute());
  }
}
