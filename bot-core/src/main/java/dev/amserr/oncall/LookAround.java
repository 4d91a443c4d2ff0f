package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the whole shifts around an instant: looks at a window that grows until their beginnings,
 * their ends and the next shift are in sight, or nothing more can come.
 */
final class LookAround {

  private static final int GROWTH = 4;

  private final Function<Interval, List<Segment>> segments;
  private final Instant earliest;
  private final Instant latest;

  /**
   * Looks around on a level.
   *
   * @param segments what happens in a window
   */
  LookAround(
      LevelTimeline level,
      Additions additions,
      Instant at,
      Function<Interval, List<Segment>> segments) {
    this.segments = segments;
    Optional<Interval> lifetime = level.lifetime(additions);
    this.earliest = lifetime.map(Interval::from).orElse(at);
    Instant horizon = level.latestBegin(additions, at).plus(OnCallResolver.LOOK_AHEAD);
    this.latest =
        lifetime.map(Interval::until).filter(end -> end.isBefore(horizon)).orElse(horizon);
  }

  /**
   * What is to be seen at an instant.
   *
   * @param segment what happens at that very instant
   */
  record Sight(OnCall onCall, Segment segment) {}

  /** Who is on call then. */
  Sight at(Instant at, Duration reach, boolean gapExpected) {
    Duration back = reach;
    Duration ahead = reach;
    while (true) {
      Interval window = new Interval(at.minus(back), at.plus(ahead));
      View view = new View(at, segments.apply(window));
      boolean backDone = view.begins() || window.from().isBefore(earliest);
      boolean aheadDone = view.ends() || window.until().isAfter(latest);
      if (backDone && aheadDone) {
        return new Sight(view.onCall(gapExpected), view.segment());
      }
      back = backDone ? back : grown(back, Duration.between(earliest, at));
      ahead = aheadDone ? ahead : grown(ahead, Duration.between(at, latest));
    }
  }

  /** The shifts that are on or come after an instant, by start, at most so many. */
  List<Shift> upcoming(Instant at, Duration reach, int count) {
    Instant from =
        at(at, reach, false).onCall().shifts().stream()
            .map(Shift::from)
            .min(Instant::compareTo)
            .orElse(at);
    Duration ahead = reach;
    while (true) {
      Interval window = new Interval(from, at.plus(ahead));
      List<Shift> shifts =
          Shift.of(segments.apply(window)).stream()
              .filter(shift -> shift.until() == null || shift.until().isAfter(at))
              .toList();
      boolean complete =
          shifts.size() >= count
              && shifts.subList(0, count).stream()
                  .noneMatch(shift -> window.until().equals(shift.until()));
      if (complete || window.until().isAfter(latest)) {
        return shifts.stream().limit(count).map(shift -> open(shift, window)).toList();
      }
      ahead = grown(ahead, Duration.between(at, latest));
    }
  }

  // A little beyond the limit, so that what ends there is seen to end.
  private static Duration grown(Duration reach, Duration limit) {
    Duration farthest = limit.plusSeconds(1);
    Duration next = reach.multipliedBy(GROWTH);
    return next.compareTo(farthest) < 0 ? next : farthest;
  }

  private static Shift open(Shift shift, Interval window) {
    return window.until().equals(shift.until())
        ? new Shift(shift.person(), shift.from(), null, shift.why())
        : shift;
  }
}
