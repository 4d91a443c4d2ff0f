package dev.amserr.app.config;

import dev.amserr.oncall.OwnedCode;
import dev.amserr.oncall.OwnershipPattern;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesKey;
import java.util.List;

/**
 * Counting and states.
 *
 * @param critical codes for which fewer occurrences are a spike, as patterns like those of a team's
 *     {@code owns}
 */
public record DetectionSettings(List<OwnershipPattern> critical) {

  public DetectionSettings {
    critical = List.copyOf(critical);
  }

  /** Whether one of the patterns means the code of a series, by its name or by its value. */
  public boolean isCritical(Series series) {
    SeriesKey key = series.key();
    OwnedCode code = new OwnedCode(key.system(), series.name(), key.code());
    return critical.stream().anyMatch(pattern -> pattern.matches(code));
  }
}
