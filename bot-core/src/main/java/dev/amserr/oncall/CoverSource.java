package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.util.List;

/** Where covers in force are looked up. */
@FunctionalInterface
public interface CoverSource {

  /**
   * The covers of a team that reach into a window, by id.
   *
   * @throws dev.amserr.storage.StoreUnavailableException if the store does not answer
   */
  List<Cover> of(String team, Interval window);

  /** Where there is no store, there are no covers. */
  static CoverSource none() {
    return (team, window) -> List.of();
  }
}
