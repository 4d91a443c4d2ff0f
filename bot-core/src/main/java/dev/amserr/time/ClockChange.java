package dev.amserr.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of a zone's offset, such as the start of summer time.
 *
 * @param zone whose clocks change
 * @param at when
 * @param before the offset until then
 * @param after the offset from then on
 */
public record ClockChange(ZoneId zone, Instant at, ZoneOffset before, ZoneOffset after) {

  public ClockChange {
    if (before.equals(after)) {
      throw new IllegalArgumentException("a clock change must change the offset " + before);
    }
  }

  /** The changes of a zone in an interval, in order. */
  public static List<ClockChange> in(Interval interval, ZoneId zone) {
    List<ClockChange> changes = new ArrayList<>();
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition next = rules.nextTransition(interval.from().minusNanos(1));
    while (next != null && next.getInstant().isBefore(interval.until())) {
      changes.add(
          new ClockChange(zone, next.getInstant(), next.getOffsetBefore(), next.getOffsetAfter()));
      next = rules.nextTransition(next.getInstant());
    }
    return changes;
  }

  /** The local date on which the clocks are changed. */
  public LocalDate date() {
    return at.atOffset(before).toLocalDate();
  }

  /** By how much the clocks are changed, never negative. */
  public Duration size() {
    return Duration.ofSeconds(after.getTotalSeconds() - (long) before.getTotalSeconds()).abs();
  }

  /** The zone's rules as they would be if this change and all later ones never came. */
  public ZoneRules rulesWithout() {
    ZoneRules rules = zone.getRules();
    List<ZoneOffsetTransition> kept =
        rules.getTransitions().stream().filter(t -> t.getInstant().isBefore(at)).toList();
    List<ZoneOffsetTransition> all = new ArrayList<>(kept);
    Instant last = kept.isEmpty() ? Instant.MIN : kept.get(kept.size() - 1).getInstant();
    ZoneOffsetTransition next = rules.nextTransition(last);
    while (next != null && next.getInstant().isBefore(at)) {
      all.add(next);
      next = rules.nextTransition(next.getInstant());
    }
    ZoneOffset first = all.isEmpty() ? before : all.get(0).getOffsetBefore();
    return ZoneRules.of(first, first, List.of(), all, List.of());
  }

  @Override
  public String toString() {
    return "the clocks of %s change from %s to %s on %s"
        .formatted(zone, spelled(before), spelled(after), date());
  }

  private static String spelled(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
  }
}
