package dev.amserr.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Makes instants of local times.
 *
 * <p>A local time that a clock change skips becomes the instant of the change, the first moment
 * that exists; java.time would shift it by the length of the gap. A local time that occurs twice
 * means its first occurrence. So the result never decreases when the local time grows: it is the
 * first instant at which a wall clock that is never set back shows at least that time.
 */
public final class LocalTimes {

  private LocalTimes() {}

  /** The one instant that a local time means. */
  public static Instant toInstant(LocalDateTime local, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    // In a gap and in an overlap alike these rules answer with the offset before the change.
    ZoneOffset offset = rules.getOffset(local);
    Instant instant = local.toInstant(offset);
    return rules.getOffset(instant).equals(offset)
        ? instant
        : rules.getTransition(local).getInstant();
  }

  /**
   * Every instant that somebody who names a local time may mean: two where it occurs twice, earlier
   * first, otherwise that of {@link #toInstant(LocalDateTime, ZoneId)}.
   */
  public static List<Instant> allInstants(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.size() == 2
        ? offsets.stream().map(local::toInstant).sorted().toList()
        : List.of(toInstant(local, zone));
  }
}
