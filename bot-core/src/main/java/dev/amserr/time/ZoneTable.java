package dev.amserr.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The clock changes of a zone from 1970 to 2100 laid out for very many conversions; the answers are
 * those of {@link LocalTimes}. Outside these years the offset is taken to be that of the nearest
 * change.
 */
public final class ZoneTable {

  private static final Instant FIRST = Instant.parse("1969-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2102-01-01T00:00:00Z");

  private final int initialOffset;
  private final long[] changes;
  private final long[] localBefore;
  private final int[] offsetsAfter;

  /** Lays out any rules, such as a zone's own or {@link ClockChange#rulesWithout()}. */
  public ZoneTable(ZoneRules rules) {
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    ZoneOffsetTransition next = rules.nextTransition(FIRST);
    while (next != null && next.getInstant().isBefore(LAST)) {
      transitions.add(next);
      next = rules.nextTransition(next.getInstant());
    }
    initialOffset = rules.getOffset(FIRST).getTotalSeconds();
    changes = transitions.stream().mapToLong(ZoneOffsetTransition::toEpochSecond).toArray();
    localBefore =
        transitions.stream()
            .mapToLong(t -> t.toEpochSecond() + t.getOffsetBefore().getTotalSeconds())
            .toArray();
    offsetsAfter =
        transitions.stream().mapToInt(t -> t.getOffsetAfter().getTotalSeconds()).toArray();
  }

  public static ZoneTable of(ZoneId zone) {
    return new ZoneTable(zone.getRules());
  }

  /** The one instant that a local time means; fractions of a second are dropped. */
  public Instant toInstant(LocalDateTime local) {
    return toInstant(local.toEpochSecond(ZoneOffset.UTC));
  }

  /**
   * The one instant that a local time means.
   *
   * @param localSecond seconds since 1970-01-01T00:00 on the local clock
   */
  public Instant toInstant(long localSecond) {
    // The last change that comes before the local clock, not set by it yet, shows that time.
    int change = last(localBefore, localSecond);
    return Instant.ofEpochSecond(
        change < 0
            ? localSecond - initialOffset
            : Math.max(localSecond - offsetsAfter[change], changes[change]));
  }

  /** What the local clock shows at an instant, in seconds since 1970-01-01T00:00 on that clock. */
  public long localSecond(Instant at) {
    int change = last(changes, at.getEpochSecond());
    return at.getEpochSecond() + (change < 0 ? initialOffset : offsetsAfter[change]);
  }

  /** The index of the last element that is not above a value, or -1. */
  private static int last(long[] ascending, long value) {
    int index = Arrays.binarySearch(ascending, value);
    return index >= 0 ? index : -index - 2;
  }
}
