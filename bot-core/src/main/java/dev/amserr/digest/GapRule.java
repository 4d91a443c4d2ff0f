package dev.amserr.digest;

import java.time.Duration;
import java.time.ZoneId;

/**
 * A team that wants to be told of the gaps that lie ahead.
 *
 * @param team an id
 * @param destination a name
 * @param ahead how far to look
 */
public record GapRule(
    String team, String destination, CronExpression cron, ZoneId zone, Duration ahead) {

  public GapRule {
    if (ahead.isNegative() || ahead.isZero()) {
      throw new IllegalArgumentException("Can't look ahead for " + ahead);
    }
  }
}
