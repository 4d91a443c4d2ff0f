package dev.amserr.digest;

import dev.amserr.text.NearestNames;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What came of looking for a digest by its name. */
public sealed interface DigestSearch {

  /** There is one. */
  record Found(DigestSchedule schedule) implements DigestSearch {
    public Found {
      Objects.requireNonNull(schedule, "schedule");
    }
  }

  /**
   * There is none of that name.
   *
   * @param asked as it was written; empty if none was named and there is not just one
   * @param nearest those that may have been meant
   * @param all those there are
   */
  record Unknown(String asked, List<String> nearest, List<String> all) implements DigestSearch {

    private static final int MOST_NEAREST = 3;

    public Unknown {
      nearest = List.copyOf(nearest);
      all = List.copyOf(all);
    }

    private static Unknown of(String asked, List<String> all) {
      return new Unknown(asked, NearestNames.of(asked, all, MOST_NEAREST), all);
    }

    /** What to say to whoever asked. */
    public String sentence() {
      if (all.isEmpty()) {
        return "No digest is configured. Add one under digests: in the configuration and reload.";
      }
      String known = "There are " + String.join(", ", all) + ".";
      if (asked.isEmpty()) {
        return "Which digest? " + known;
      }
      String start = "There is no digest " + asked + ". ";
      return nearest.isEmpty()
          ? start + known
          : start + "Did you mean " + String.join(" or ", nearest) + "?";
    }
  }

  /** One function per case. */
  default <T> T fold(Function<Found, T> found, Function<Unknown, T> unknown) {
    return this instanceof Found f ? found.apply(f) : unknown.apply((Unknown) this);
  }

  /**
   * Looks for a digest.
   *
   * @param name empty for the only one there is
   */
  static DigestSearch among(Collection<DigestSchedule> schedules, String name) {
    if (name.isEmpty() && schedules.size() == 1) {
      return new Found(schedules.iterator().next());
    }
    return schedules.stream()
        .filter(schedule -> schedule.name().equals(name))
        .findFirst()
        .<DigestSearch>map(Found::new)
        .orElseGet(() -> Unknown.of(name, schedules.stream().map(DigestSchedule::name).toList()));
  }
}
