package dev.amserr.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a window shows of an instant within it. */
final class View {

  private final List<Segment> segments;
  private final int index;
  private final List<Shift> current = new ArrayList<>(1);
  private final List<Upcoming> next = new ArrayList<>(1);
  private boolean begins = true;
  private boolean ends = true;
  private @Nullable Instant lastEnd;

  /**
   * Looks at an instant.
   *
   * @param segments what happens in the window: they touch and fill it
   */
  View(Instant at, List<Segment> segments) {
    this.segments = segments;
    this.index = indexOf(at);
    for (Holder holder : segment().holders()) {
      current.add(new Shift(holder.person(), begin(holder), end(holder), holder.why()));
    }
    if (segment().isGap()) {
      int before = index;
      while (before >= 0 && segments.get(before).isGap()) {
        before--;
      }
      begins = before >= 0;
      lastEnd = begins ? segments.get(before).time().until() : null;
    }
    for (int i = index + 1; i < segments.size() && next.isEmpty(); i++) {
      for (Holder holder : segments.get(i).holders()) {
        if (!segments.get(i - 1).isHeldBy(holder.person())) {
          next.add(new Upcoming(holder.person(), segments.get(i).time().from()));
        }
      }
    }
  }

  private int indexOf(Instant at) {
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).time().contains(at)) {
        return i;
      }
    }
    throw new IllegalArgumentException(at + " is not in the window");
  }

  private Instant begin(Holder holder) {
    int first = index;
    while (first > 0 && segments.get(first - 1).isHeldBy(holder.person())) {
      first--;
    }
    begins &= first > 0;
    return segments.get(first).time().from();
  }

  private @Nullable Instant end(Holder holder) {
    int last = index;
    while (last + 1 < segments.size() && segments.get(last + 1).isHeldBy(holder.person())) {
      last++;
    }
    boolean seen = last + 1 < segments.size();
    ends &= seen;
    return seen ? segments.get(last).time().until() : null;
  }

  /** What happens at the instant itself. */
  Segment segment() {
    return segments.get(index);
  }

  /** Whether the beginnings of what is on at the instant are in sight. */
  boolean begins() {
    return begins;
  }

  /** Whether the ends of what is on at the instant are in sight, and who comes next. */
  boolean ends() {
    return ends && !next.isEmpty();
  }

  /** Who is on call; what is not in sight is taken not to be there. */
  OnCall onCall(boolean gapExpected) {
    if (current.isEmpty()) {
      return new OnCall.Gap(lastEnd, next.isEmpty() ? null : next.get(0).from(), next, gapExpected);
    }
    return new OnCall.Assigned(current, next);
  }
}
