package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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

  /**
   * Gives this segment, in parts, without those who stand in others at the same time.
   *
   * @param others touch each other and fill the time of this segment
   */
  void without(List<Segment> others, Consumer<Segment> sink) {
    for (Segment other : others) {
      Optional<Interval> part = other.time.intersection(time);
      if (part.isEmpty()) {
        return;
      }
      sink.accept(during(part.get(), other));
    }
  }

  private Segment during(Interval part, Segment lower) {
    List<Holder> left = new ArrayList<>(holders.size());
    List<Person> twice = new ArrayList<>(doubled);
    for (Holder holder : holders) {
      if (lower.isHeldBy(holder.person())) {
        twice.add(holder.person());
      } else {
        left.add(holder);
      }
    }
    return new Segment(part, left, twice, unknown);
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
