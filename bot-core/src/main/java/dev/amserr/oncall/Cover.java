package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.time.Instant;

/**
 * Somebody stands in on one level of one team.
 *
 * @param id grows with each cover that is made; later covers apply to the result of earlier ones
 * @param team an id
 * @param level a name
 * @param scope whom it replaces
 * @param time when
 * @param by the id of the person who stands in
 * @param created when it was made
 * @param createdBy who made it, as the audit log names them
 */
public record Cover(
    long id,
    String team,
    String level,
    CoverScope scope,
    Interval time,
    String by,
    Instant created,
    String createdBy) {

  /** What was asked for when this cover was made. */
  public CoverRequest request() {
    return new CoverRequest(team, level, scope, time.from(), time.until(), by);
  }
}
