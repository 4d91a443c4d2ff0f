package dev.amserr.app.store;

import dev.amserr.notify.Lane;
import dev.amserr.notify.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The lanes of the outbox, in the table {@code outbox_lane}: until when each has to wait. */
final class OutboxLanes {

  private OutboxLanes() {}

  /** Makes a lane that is not known yet. */
  static void open(Handle handle, String lane) {
    handle
        .createUpdate(
            """
            INSERT INTO outbox_lane (lane, opens_at) VALUES (:lane, 0)
            ON CONFLICT (lane) DO NOTHING
            """)
        .bind("lane", lane)
        .execute();
  }

  /** Those that wait for nothing and whose first open message nobody works on, by name. */
  static List<Lane> withWork(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            SELECT l.lane FROM outbox_lane l
            JOIN outbox o ON o.lane = l.lane
            WHERE l.opens_at <= :now AND o.claimed_until <= :now AND o.id =
              (SELECT MIN(h.id) FROM outbox h WHERE h.lane = l.lane AND h.%s)
            ORDER BY l.lane
            """
                .formatted(SqlOutbox.OPEN))
        .bind("now", now.toEpochMilli())
        .mapTo(String.class)
        .map(Lane::new)
        .list();
  }

  /** Notes what a verdict on one of its messages means for a lane. */
  static void settle(Handle handle, Lane lane, Verdict verdict, Instant now) {
    Optional<Instant> opens =
        verdict.fold(
            sent -> Optional.of(sent.laneOpens()),
            wait -> Optional.of(wait.until()),
            unsure -> Optional.of(unsure.lookAgain()),
            hold -> Optional.empty(),
            dead -> Optional.empty(),
            shrink -> Optional.empty());
    opens.ifPresent(
        at ->
            handle
                .createUpdate("UPDATE outbox_lane SET opens_at = :at WHERE lane = :lane")
                .bind("at", at.toEpochMilli())
                .bind("lane", lane.name())
                .execute());
    if (verdict instanceof Verdict.Dead dead && dead.reach() == Verdict.Dead.Reach.LANE) {
      handle
          .createUpdate(
              """
              UPDATE outbox SET state = 'DEAD', reason = :reason, changed_at = :now
              WHERE lane = :lane AND state = 'PENDING'
              """)
          .bind("reason", StorableText.of(dead.reason()))
          .bind("now", now.toEpochMilli())
          .bind("lane", lane.name())
          .execute();
    }
  }
}
