package dev.amserr.app.oncall;

import dev.amserr.app.store.Database;
import dev.amserr.time.Interval;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * What the feeds have said, in the table {@code published_shift}: so a change counts on from there,
 * and what no longer takes place is cancelled in every calendar that has it.
 */
final class PublishedShifts {

  /** How long a feed shows what is past. */
  static final Duration PAST = Duration.ofDays(30);

  private final Database database;

  PublishedShifts(Database database) {
    this.database = database;
  }

  /**
   * Publishes the shifts of a team.
   *
   * @param shiftsSince gives all that are on at an instant or come after it and before {@code end}
   * @param end until when these are complete
   * @return everything that the feed shows, by time
   */
  List<PublishedShift> publish(
      String team, Function<Instant, List<PublishedShift>> shiftsSince, Instant now, Instant end) {
    List<PublishedShift> shown = database.read(handle -> shown(handle, team, now));
    List<PublishedShift> shifts = shiftsSince.apply(beginOfWhatIsOn(shown, now));
    if (changes(shown, shifts, now, end).isEmpty()) {
      return shown;
    }
    return database.transaction(
        handle -> {
          List<PublishedShift> known = shown(handle, team, now);
          changes(known, shifts, now, end).forEach(change -> write(handle, change));
          handle
              .createUpdate("DELETE FROM published_shift WHERE team = :team AND until_at <= :past")
              .bind("team", team)
              .bind("past", now.minus(PAST).toEpochMilli())
              .execute();
          return shown(handle, team, now);
        });
  }

  /** From when on to look again: a shift that was on for long may have ended earlier than said. */
  private static Instant beginOfWhatIsOn(List<PublishedShift> published, Instant now) {
    return published.stream()
        .filter(shift -> shift.time().contains(now) && !shift.cancelled())
        .map(shift -> shift.time().from())
        .reduce(now, Interval::earlier);
  }

  /** What differs between what was published and what is so now; what is over stays as it was. */
  private static List<PublishedShift> changes(
      List<PublishedShift> published, List<PublishedShift> shifts, Instant now, Instant end) {
    Map<String, PublishedShift> before = new LinkedHashMap<>();
    published.stream()
        .filter(shift -> shift.time().until().isAfter(now) && shift.time().from().isBefore(end))
        .forEach(shift -> before.put(shift.uid(), shift));
    List<PublishedShift> changes = new ArrayList<>();
    for (PublishedShift shift : shifts) {
      PublishedShift known = before.remove(shift.uid());
      if (known != null && (known.cancelled() || !known.time().equals(shift.time()))) {
        changes.add(known.changedTo(shift.time(), now));
      } else if (known == null && shift.time().until().isAfter(now)) {
        changes.add(shift);
      }
    }
    before.values().stream()
        .filter(gone -> !gone.cancelled())
        .forEach(gone -> changes.add(gone.cancelledAt(now)));
    return changes;
  }

  private static List<PublishedShift> shown(Handle handle, String team, Instant now) {
    return handle
        .createQuery(
            """
            SELECT uid, team, level, person, from_at, until_at, sequence, changed_at, cancelled
            FROM published_shift
            WHERE team = :team AND until_at > :past
            ORDER BY from_at, level, uid
            """)
        .bind("team", team)
        .bind("past", now.minus(PAST).toEpochMilli())
        .map((row, context) -> shift(row))
        .list();
  }

  private static void write(Handle handle, PublishedShift shift) {
    // Of two nodes that publish the same change, the second finds it done.
    handle
        .createUpdate(
            """
            INSERT INTO published_shift AS p (uid, team, level, person, from_at, until_at,
                                              sequence, changed_at, cancelled)
            VALUES (:uid, :team, :level, :person, :from, :until, :sequence, :changed, :cancelled)
            ON CONFLICT (uid) DO UPDATE
              SET until_at = EXCLUDED.until_at, sequence = EXCLUDED.sequence,
                  changed_at = EXCLUDED.changed_at, cancelled = EXCLUDED.cancelled
              WHERE p.sequence < EXCLUDED.sequence
            """)
        .bind("uid", shift.uid())
        .bind("team", shift.team())
        .bind("level", shift.level())
        .bind("person", shift.person())
        .bind("from", shift.time().from().toEpochMilli())
        .bind("until", shift.time().until().toEpochMilli())
        .bind("sequence", shift.sequence())
        .bind("changed", shift.changed().toEpochMilli())
        .bind("cancelled", shift.cancelled() ? 1 : 0)
        .execute();
  }

  private static PublishedShift shift(ResultSet row) throws SQLException {
    return new PublishedShift(
        row.getString("uid"),
        row.getString("team"),
        row.getString("level"),
        row.getString("person"),
        new Interval(
            Instant.ofEpochMilli(row.getLong("from_at")),
            Instant.ofEpochMilli(row.getLong("until_at"))),
        row.getInt("sequence"),
        Instant.ofEpochMilli(row.getLong("changed_at")),
        row.getInt("cancelled") == 1);
  }
}
