package dev.amserr.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a digest is posted, where to, and what it is about.
 *
 * @param name unique; 1 to 40 of a-z, 0-9 and -, a letter first
 * @param zone whose wall clock the expression names, and whose times the digest shows
 * @param firstWindow how far back the first run looks; null for the time since the fire time before
 * @param destinations names of destinations; empty for the console alone
 * @param sendIfEmpty whether a digest with nothing to tell is posted as one line
 */
public record DigestSchedule(
    String name,
    CronExpression cron,
    ZoneId zone,
    @Nullable Duration firstWindow,
    DigestFilter filter,
    List<String> destinations,
    OnMissed onMissed,
    boolean sendIfEmpty,
    Sensitivity sensitivity) {

  public DigestSchedule {
    if (!name.matches("[a-z][-a-z0-9]{0,39}")) {
      throw new IllegalArgumentException(
          "Not the name of a digest: \"" + name + "\". Use a-z, 0-9 and -, a letter first.");
    }
    Objects.requireNonNull(cron, "cron");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(onMissed, "onMissed");
    Objects.requireNonNull(sensitivity, "sensitivity");
    destinations = List.copyOf(destinations);
    if (firstWindow != null && (firstWindow.isZero() || firstWindow.isNegative())) {
      throw new IllegalArgumentException("A window can't last " + firstWindow);
    }
  }

  /** Everything, combining what was missed. */
  public static DigestSchedule of(String name, String cron, ZoneId zone, String... destinations) {
    return new DigestSchedule(
        name,
        CronExpression.of(cron),
        zone,
        null,
        DigestFilter.all(),
        List.of(destinations),
        OnMissed.COMBINE,
        false,
        Sensitivity.NORMAL);
  }

  public FireTimes fireTimes() {
    return new FireTimes(cron, zone);
  }

  /** What its fire times follow from, as text: a change of it is a change of the schedule. */
  public String timing() {
    return cron + " " + zone.getId();
  }

  /** Where the window of the first run begins. */
  Instant firstWindowStart(Instant scheduledAt) {
    return Optional.ofNullable(firstWindow)
        .map(scheduledAt::minus)
        .or(() -> fireTimes().previous(scheduledAt))
        .orElseGet(() -> scheduledAt.minus(Duration.ofDays(1)));
  }
}
