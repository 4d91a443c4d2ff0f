package dev.amserr.app.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A digest's schedule and content.
 *
 * @param cron five fields, checked
 * @param window how far the first run looks back; null for the time since the schedule would have
 *     run before. Later runs begin where the previous one ended
 * @param destinations names, at least one
 */
public record DigestSettings(
    String name,
    String cron,
    ZoneId zone,
    @Nullable Duration window,
    Filters filters,
    List<String> destinations,
    OnMissed onMissed,
    boolean sendIfEmpty,
    Sensitivity sensitivity) {

  public DigestSettings {
    destinations = List.copyOf(destinations);
  }

  /**
   * What a digest lists; an empty set means all.
   *
   * @param systems ids of error systems
   * @param owners ids of teams
   * @param minCount fewer occurrences in the window are left out
   */
  public record Filters(
      Set<String> systems,
      Set<String> sources,
      Set<String> owners,
      Set<Section> states,
      int minCount) {

    public Filters {
      systems = ordered(systems);
      sources = ordered(sources);
      owners = ordered(owners);
      states = ordered(states);
    }

    private static <T> Set<T> ordered(Set<T> set) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }
  }

  /** A digest's sections, by the state they list. */
  public enum Section {
    SPIKE,
    NEW,
    REGRESSED,
    RAMP,
    RECURRING,
    QUIET,
    SOURCE_SILENT
  }

  /** What becomes of runs whose time passed while no bot ran. */
  public enum OnMissed {
    /** One digest over all of them. */
    COMBINE,
    /** The last one only. */
    LATEST,
    /** None. */
    SKIP
  }

  /** How sure a spike must be to be listed. */
  public enum Sensitivity {
    NORMAL,
    /** Only spikes that hold under the stricter limits. */
    LOW
  }
}
