package dev.amserr.app.config;

import dev.amserr.oncall.OwnershipPattern;
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
}
