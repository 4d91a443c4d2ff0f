package dev.amserr.oncall;

import dev.amserr.time.Durations;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a team's calendar says. Whoever reads the calendar makes these; the engine matches names to
 * people.
 *
 * @param shifts by start, as far as they reach into {@code known}
 * @param known for which time the calendar was expanded, or null if it was never read
 * @param staleness why the data may be out of date, in words such as "calendar 3 h old"; empty if
 *     it is fresh
 */
public record CalendarShifts(
    List<CalendarShift> shifts, @Nullable Interval known, String staleness) {

  public CalendarShifts {
    shifts =
        shifts.stream()
            .sorted(
                Comparator.comparing((CalendarShift s) -> s.time().from())
                    .thenComparing(s -> s.time().until())
                    .thenComparing(CalendarShift::person))
            .toList();
  }

  /** What a team without a calendar has. */
  public static CalendarShifts none() {
    return new CalendarShifts(List.of(), null, "");
  }

  /** A calendar that could not be read yet. */
  public static CalendarShifts neverRead() {
    return new CalendarShifts(List.of(), null, "calendar not read yet");
  }

  /** The data of a fetch that is in time. */
  public static CalendarShifts fresh(List<CalendarShift> shifts, Interval known) {
    return new CalendarShifts(shifts, known, "");
  }

  /** The last good data, because later fetches failed. */
  public CalendarShifts agedBy(Duration age) {
    String old = "calendar " + Durations.rough(age) + " old";
    return new CalendarShifts(shifts, known, staleness.isEmpty() ? old : old + "; " + staleness);
  }

  /** Why the data may be out of date. */
  public Optional<String> stale() {
    return staleness.isEmpty() ? Optional.empty() : Optional.of(staleness);
  }
}
