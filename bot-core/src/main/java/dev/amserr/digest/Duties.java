package dev.amserr.digest;

import dev.amserr.oncall.Team;
import dev.amserr.recurrence.SeriesKey;
import java.time.Instant;
import java.util.Optional;

/** Who owns what, and who is on call for it. */
public interface Duties {

  /**
   * The team that owns a series.
   *
   * @param name the documented name of its code; may be empty
   */
  Optional<Team> owner(SeriesKey series, String name);

  /** Who is on call in a team: the first level on which anybody is. */
  DigestSnapshot.Duty duty(Team team, Instant at, int lines);
}
