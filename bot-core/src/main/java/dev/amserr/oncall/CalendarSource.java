package dev.amserr.oncall;

import java.time.Duration;

/**
 * Where a team's calendar is.
 *
 * @param url an address, or empty where it is a file; it may contain a secret
 * @param file a path, relative to the roster's folder, or empty where it is an address
 * @param refresh how often it is read again
 * @param person what of an event names the person
 */
public record CalendarSource(String url, String file, Duration refresh, NamedBy person) {

  /** What of an event names the person. */
  public enum NamedBy {
    /** The event's title. */
    SUMMARY,
    /** The common name (CN) of the attendees. */
    ATTENDEE
  }

  public CalendarSource {
    if (url.isEmpty() == file.isEmpty()) {
      throw new IllegalArgumentException("a calendar has either an address or a file");
    }
    if (refresh.isNegative() || refresh.isZero()) {
      throw new IllegalArgumentException("a calendar's refresh must be positive");
    }
  }

  /** Without the address, which may contain a secret. */
  @Override
  public String toString() {
    return url.isEmpty() ? "calendar file " + file : "calendar by address";
  }
}
