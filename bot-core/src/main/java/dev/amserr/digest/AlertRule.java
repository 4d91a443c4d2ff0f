package dev.amserr.digest;

/**
 * What is posted to a destination between digests.
 *
 * @param destination its name
 * @param newCritical new codes that are marked critical
 * @param perHour how many incidents at most are begun within 60 minutes, from 1
 */
public record AlertRule(
    String destination, boolean spike, boolean newCritical, boolean regressed, int perHour) {

  public AlertRule {
    if (perHour < 1) {
      throw new IllegalArgumentException("At least one alert an hour, not " + perHour);
    }
  }
}
