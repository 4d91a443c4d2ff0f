package dev.amserr.oncall;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is on call on a level at an instant. */
public sealed interface OnCall {

  /** One function per case. */
  default <T> T fold(Function<Assigned, T> assigned, Function<Gap, T> gap) {
    return this instanceof Assigned a ? assigned.apply(a) : gap.apply((Gap) this);
  }

  /** Who comes on call first after the instant; several if they come at the same time. */
  List<Upcoming> next();

  /** Who is on call; nobody in a gap. */
  default List<Shift> shifts() {
    return fold(Assigned::people, gap -> List.of());
  }

  /**
   * Somebody is on call.
   *
   * @param people at least one; several where layers overlap
   */
  record Assigned(List<Shift> people, List<Upcoming> next) implements OnCall {

    public Assigned {
      people = List.copyOf(people);
      next = List.copyOf(next);
      if (people.isEmpty()) {
        throw new IllegalArgumentException("somebody must be assigned");
      }
    }

    /** When the first of them goes off call; empty if no end is in sight. */
    public Optional<Instant> earliestEnd() {
      return people.stream()
          .map(Shift::until)
          .flatMap(Stream::ofNullable)
          .min(Comparator.naturalOrder());
    }
  }

  /**
   * Nobody is on call.
   *
   * @param since since when, or null if nobody was before
   * @param until until when, or null if no end is in sight ({@link OnCallResolver#LOOK_AHEAD})
   * @param expected whether the team has declared that nobody needs to be
   */
  record Gap(
      @Nullable Instant since, @Nullable Instant until, List<Upcoming> next, boolean expected)
      implements OnCall {

    public Gap {
      next = List.copyOf(next);
    }
  }
}
