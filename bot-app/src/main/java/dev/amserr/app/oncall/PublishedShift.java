package dev.amserr.app.oncall;

import dev.amserr.time.Interval;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A shift as a feed has it.
 *
 * @param uid stable: it follows from team, level, person and beginning
 * @param level its name
 * @param person an id
 * @param sequence how often it has changed since it was first published
 * @param changed when it changed last
 * @param cancelled whether it was published and does not take place
 */
record PublishedShift(
    String uid,
    String team,
    String level,
    String person,
    Interval time,
    int sequence,
    Instant changed,
    boolean cancelled) {

  /** A shift that is published for the first time. */
  static PublishedShift fresh(
      String team, String level, String person, Interval time, Instant now) {
    String identity = String.join("\n", team, level, person, time.from().toString());
    String digest = Digests.sha256(identity.getBytes(StandardCharsets.UTF_8));
    return new PublishedShift(
        digest.substring(0, 32) + "@amserr", team, level, person, time, 0, now, false);
  }

  /** The same shift, which ends at another time or takes place after all. */
  PublishedShift changedTo(Interval other, Instant now) {
    return new PublishedShift(uid, team, level, person, other, sequence + 1, now, false);
  }

  PublishedShift cancelledAt(Instant now) {
    return new PublishedShift(uid, team, level, person, time, sequence + 1, now, true);
  }
}
