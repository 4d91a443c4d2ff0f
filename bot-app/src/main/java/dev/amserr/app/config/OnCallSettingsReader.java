package dev.amserr.app.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code onCall}. */
final class OnCallSettingsReader {

  private static final int DEFAULT_TOP = 5;
  private static final int MOST_TOP = 20;
  private static final String DEFAULT_GAP_CRON = "0 9 * * MON";
  private static final Duration DEFAULT_AHEAD = Duration.ofDays(14);
  private static final Duration LONGEST_AHEAD = Duration.ofDays(180);

  private final ZoneId defaultZone;
  private final References references;

  OnCallSettingsReader(ZoneId defaultZone, References references) {
    this.defaultZone = defaultZone;
    this.references = references;
  }

  OnCallSettings read(Keys keys) {
    boolean privateCalendars = keys.flag("privateCalendars", false);
    List<OnCallSettings.HandoverPost> handovers = new ArrayList<>();
    for (Keys entry : keys.list("handovers")) {
      handovers.add(
          new OnCallSettings.HandoverPost(
              team(entry), destination(entry), entry.integer("top", 1, MOST_TOP, DEFAULT_TOP)));
      entry.rejectOthers();
    }
    List<OnCallSettings.GapPost> gaps = new ArrayList<>();
    for (Keys entry : keys.list("gaps")) {
      gaps.add(
          new OnCallSettings.GapPost(
              team(entry),
              destination(entry),
              entry.cron(entry.value("cron")).orElse(DEFAULT_GAP_CRON),
              entry.zone("zone", defaultZone),
              entry
                  .duration(
                      "ahead", Duration.ofDays(1), LONGEST_AHEAD, "a duration from 1d to 180d")
                  .orElse(DEFAULT_AHEAD)));
      entry.rejectOthers();
    }
    keys.rejectOthers();
    return new OnCallSettings(privateCalendars, handovers, gaps);
  }

  private String team(Keys entry) {
    return reference(entry, "team", References.Kind.TEAM, "a team of oncall.yaml");
  }

  private String destination(Keys entry) {
    return reference(
        entry, "destination", References.Kind.DESTINATION, "a destination of this file");
  }

  private String reference(Keys entry, String key, References.Kind kind, String expected) {
    return entry
        .section()
        .required(key, expected)
        .map(value -> references.add(kind, value))
        .orElse("");
  }
}
