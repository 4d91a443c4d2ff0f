package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

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

  boolean isHeldByAny(Predicate<Person> people) {
    for (Holder holder : holders) {
      if (people.test(holder.person())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Gives this segment, in parts, without those who stand in others at the same time.
   *
   * @param others touch each other and fill the time of this segment
   * @param first the index of the first of them that overlaps it
   */
  void without(List<Segment> others, int first, Consumer<Segment> sink) {
    for (int i = first; i < others.size(); i++) {
      Segment other = others.get(i);
      if (!other.time.from().isBefore(time.until())) {
        return;
      }
      Instant from = Interval.later(time.from(), other.time.from());
      Instant until = Interval.earlier(time.until(), other.time.until());
      boolean whole = from.equals(time.from()) && until.equals(time.until());
      sink.accept(during(whole ? time : new Interval(from, until), other));
    }
  }

  private Segment during(Interval part, Segment lower) {
    if (!isHeldByAny(lower::isHeldBy)) {
      return part.equals(time) ? this : new Segment(part, holders, doubled, unknown);
    }
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

  private boolean hasSamePeople(Segment other) {
    if (holders.size() != other.holders.size()) {
      return false;
    }
    for (int i = 0; i < holders.size(); i++) {
      if (!holders.get(i).person().equals(other.holders.get(i).person())) {
        return false;
      }
    }
    return true;
  }

  private boolean continues(Segment before) {
    return before.time.until().equals(time.from())
        && before.hasSamePeople(this)
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
