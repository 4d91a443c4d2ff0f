package dev.amserr.digest;

import dev.amserr.time.LocalTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The instants at which a schedule fires: the local minutes of a cron expression, made instants by
 * {@link LocalTimes}. A minute that clocks skip fires at the moment of the change, one that occurs
 * twice fires the first time; minutes that become the same instant fire once.
 */
public final class FireTimes {

  private final CronExpression cron;
  private final ZoneId zone;

  public FireTimes(CronExpression cron, ZoneId zone) {
    this.cron = Objects.requireNonNull(cron, "cron");
    this.zone = Objects.requireNonNull(zone, "zone");
  }

  /**
   * The first instant after that one at which it fires.
   *
   * @throws IllegalArgumentException if there is none until the end of the calendar
   */
  public Instant next(Instant after) {
    LocalDateTime local = LocalDateTime.ofInstant(after, zone);
    while (true) {
      local = cron.next(local).orElseThrow(() -> never("after", after));
      Instant fires = LocalTimes.toInstant(local, zone);
      if (fires.isAfter(after)) {
        return fires;
      }
    }
  }

  /** The last instant before that one at which it fires, if there is one. */
  public Optional<Instant> previous(Instant before) {
    // Where clocks were set back, later local times than the one shown have been already.
    LocalDateTime local = LocalDateTime.ofInstant(before, zone).plusDays(1);
    while (true) {
      Optional<LocalDateTime> last = cron.last(local);
      if (last.isEmpty()) {
        return Optional.empty();
      }
      local = last.get();
      Instant fires = LocalTimes.toInstant(local, zone);
      if (fires.isBefore(before)) {
        return Optional.of(fires);
      }
    }
  }

  /** Every instant after {@code after} up to and including {@code until}, in order. */
  public List<Instant> within(Instant after, Instant until) {
    List<Instant> all = new ArrayList<>();
    for (Instant at = next(after); !at.isAfter(until); at = next(at)) {
      all.add(at);
    }
    return all;
  }

  private IllegalArgumentException never(String relation, Instant at) {
    return new IllegalArgumentException(cron + " never fires " + relation + " " + at);
  }
}
