package dev.amserr.app.config;

import dev.amserr.errorcode.Catalogs;
import dev.amserr.oncall.Rosters;
import java.util.Map;

/**
 * Everything the bot was told.
 *
 * @param catalogs the shipped ones with the team's own
 * @param teamCatalogs the text of the team's own, by file
 */
public record Configuration(
    Settings settings, Rosters rosters, Catalogs catalogs, Map<String, String> teamCatalogs) {

  public Configuration {
    teamCatalogs = Map.copyOf(teamCatalogs);
  }

  /** This one as far as it may change in a running bot, the rest as it was at the start. */
  Configuration after(Configuration running) {
    Settings old = running.settings;
    Settings effective =
        new Settings(
            old.server(),
            old.database(),
            old.discord(),
            old.slack(),
            new IngestSettings(
                settings.ingest().tokens(), old.ingest().recordFromChat(), old.ingest().beacon()),
            settings.detection(),
            settings.destinations(),
            settings.delivery(),
            settings.digests(),
            new OnCallSettings(
                old.onCall().privateCalendars(),
                settings.onCall().handovers(),
                settings.onCall().gaps()),
            new AccessSettings(
                settings.access().operators(),
                settings.access().roles(),
                old.access().rateLimit()));
    return new Configuration(
        effective,
        rosters,
        teamCatalogs.equals(running.teamCatalogs) ? running.catalogs : catalogs,
        teamCatalogs);
  }

  /** Without the contents: settings are long, and rosters hold phone numbers. */
  @Override
  public String toString() {
    return "Configuration";
  }
}
