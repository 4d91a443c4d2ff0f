package dev.amserr.app.config;

import dev.amserr.notify.Destination;

/** A named place to post to, and which alerts go there between digests. */
public record DestinationSettings(Destination destination, AlertSettings alerts) {

  /**
   * Alerts, all off by default.
   *
   * @param newCritical the first occurrence of a code marked critical
   * @param perHour at most that many posts in an hour; the rest is counted in the next
   */
  public record AlertSettings(boolean spike, boolean newCritical, boolean regressed, int perHour) {

    /** Whether any alert is posted. */
    public boolean any() {
      return spike || newCritical || regressed;
    }
  }
}
