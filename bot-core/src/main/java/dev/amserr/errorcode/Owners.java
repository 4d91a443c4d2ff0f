package dev.amserr.errorcode;

import java.time.Instant;

/** Says which team owns a reading and who holds that team's pager. Always answers. */
@FunctionalInterface
public interface Owners {

  /** The owner of a reading, as it is at an instant. */
  Ownership of(Reading reading, Instant at);
}
