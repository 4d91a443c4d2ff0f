package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a level during which nothing changes.
 *
 * @param time when
 * @param holders who is on call; nobody in a gap, several where layers overlap
 * @param doubled who would be on call here, but is on call at a lower level at the same time
 * @param unknown names that stand for nobody in the roster, as written
 */
public record Segment(
    Interval time, List<Holder> holders, List<Person> doubled, List<String> unknown) {

  public Segment {
    holders = List.copyOf(holders);
    doubled = List.copyOf(doubled);
    unknown = List.copyOf(unknown);
  }

  /** Whether nobody is on call. */
  public boolean isGap() {
    return holders.isEmpty();
  }

  /** Who is on call. */
  public List<Person> people() {
    return holders.stream().map(Holder::person).toList();
  }

  boolean isHeldBy(Person person) {
    for (Holder holder : holders) {
      if (holder.person().id().equals(person.id())) {
        return true;
      }
    }
    return false;
  }

  private boolean continues(Segment before) {
    return before.time.until().equals(time.from())
        && before.people().equals(people())
        && before.doubled.equals(doubled)
        && before.unknown.equals(unknown);
  }

  /** Neighbours with the same people as one; the reason is that of the first. */
  static List<Segment> merged(List<Segment> segments) {
    List<Segment> merged = new ArrayList<>();
    for (Segment segment : segments) {
      int last = merged.size() - 1;
      if (last >= 0 && segment.continues(merged.get(last))) {
        Segment before = merged.get(last);
        Interval both = new Interval(before.time.from(), segment.time.until());
        merged.set(last, new Segment(both, before.holders, before.doubled, before.unknown));
      } else {
        merged.add(segment);
      }
    }
    return merged;
  }
}
