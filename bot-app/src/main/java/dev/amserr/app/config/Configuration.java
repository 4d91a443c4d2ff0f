package dev.amserr.app.config;

import dev.amserr.errorcode.Catalogs;
import dev.amserr.oncall.Rosters;

/**
 * Everything the bot was told.
 *
 * @param catalogs the shipped ones with the team's own
 */
public record Configuration(Settings settings, Rosters rosters, Catalogs catalogs) {

  /** Without the contents: settings are long, and rosters hold phone numbers. */
  @Override
  public String toString() {
    return "Configuration";
  }
}
