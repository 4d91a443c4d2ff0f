package dev.amserr.oncall;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People who take turns.
 *
 * @param rotation how often they hand over
 * @param start the local time of the first hand-off; all others are counted from it
 * @param zone of all local times here; these are in whole seconds
 * @param people their ids in order; somebody may stand here more than once. They advance only over
 *     turns that are served, in part at least: a turn outside the hours or the validity is nobody's
 * @param hours when the layer is on duty, or null for always
 * @param from from when on the layer is valid, or null for its start
 * @param until when it ends, or null for never
 */
public record Layer(
    Rotation rotation,
    LocalDateTime start,
    ZoneId zone,
    List<String> people,
    @Nullable Hours hours,
    @Nullable LocalDateTime from,
    @Nullable LocalDateTime until) {

  public Layer {
    people = List.copyOf(people);
    if (people.isEmpty()) {
      throw new IllegalArgumentException("a layer needs at least one person");
    }
    if (!isWhole(start) || !isWhole(from) || !isWhole(until)) {
      throw new IllegalArgumentException("the times of a layer are whole seconds");
    }
    LocalDateTime begin = from == null || from.isBefore(start) ? start : from;
    if (until != null && !until.isAfter(begin)) {
      throw new IllegalArgumentException("a layer must end after " + begin + ", not " + until);
    }
  }

  /** A layer that is always on duty and never ends. */
  public static Layer of(Rotation rotation, LocalDateTime start, ZoneId zone, List<String> people) {
    return new Layer(rotation, start, zone, people, null, null, null);
  }

  /**
   * The layers that replace this one when its people change at an instant, such that nobody's shift
   * of that moment changes: this layer ends at the next hand-off, and there the new order goes on
   * with whoever follows the person of the current turn. If that person was removed, the next one
   * stands in for the rest of the turn.
   *
   * @param others the new people, in the new order
   */
  public List<Layer> withPeople(List<String> others, Instant at) {
    return new Succession(this, others, at).layers();
  }

  /** The same turns by other people within another validity. */
  Layer with(
      List<String> others, @Nullable LocalDateTime validFrom, @Nullable LocalDateTime validUntil) {
    return new Layer(rotation, start, zone, others, hours, validFrom, validUntil);
  }

  private static boolean isWhole(@Nullable LocalDateTime time) {
    return time == null || time.equals(time.truncatedTo(SECONDS));
  }
}
