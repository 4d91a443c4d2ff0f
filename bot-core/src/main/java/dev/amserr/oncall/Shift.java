package dev.amserr.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person's uninterrupted time on a level; touching turns of one person are one shift.
 *
 * @param from when it begins
 * @param until when it is over, or null if no end is in sight ({@link OnCallResolver#LOOK_AHEAD})
 * @param why the reason at the instant that was asked for, else at its beginning
 */
public record Shift(Person person, Instant from, @Nullable Instant until, Reason why) {

  /** Whether the shift has begun and is not over. */
  public boolean contains(Instant at) {
    return !at.isBefore(from) && (until == null || at.isBefore(until));
  }

  /** The shifts that touching segments amount to, by start. */
  static List<Shift> of(List<Segment> segments) {
    List<Shift> shifts = new ArrayList<>();
    Map<String, Shift> open = new LinkedHashMap<>();
    for (Segment segment : segments) {
      Instant now = segment.time().from();
      open.values()
          .removeIf(
              shift -> {
                boolean over = !segment.isHeldBy(shift.person());
                if (over) {
                  shifts.add(new Shift(shift.person(), shift.from(), now, shift.why()));
                }
                return over;
              });
      for (Holder holder : segment.holders()) {
        open.putIfAbsent(holder.person().id(), new Shift(holder.person(), now, null, holder.why()));
      }
    }
    if (!segments.isEmpty()) {
      Instant end = segments.get(segments.size() - 1).time().until();
      for (Shift shift : open.values()) {
        shifts.add(new Shift(shift.person(), shift.from(), end, shift.why()));
      }
    }
    shifts.sort(Comparator.comparing(Shift::from));
    return shifts;
  }
}
