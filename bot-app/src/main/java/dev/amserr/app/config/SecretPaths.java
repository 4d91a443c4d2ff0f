package dev.amserr.app.config;

import java.util.regex.Pattern;

/**
 * Where in a file secrets stand. What is written there, or anywhere that a secret could have been
 * meant, is never quoted.
 */
enum SecretPaths {
  /** {@code amserr.yaml}. */
  SETTINGS(
      "server(\\.token.*)?"
          + "|database(\\.(url|password).*)?"
          + "|discord(\\.token.*)?"
          + "|slack(\\.(signingSecrets|botToken).*)?"
          + "|ingest(\\.tokens(\\[\\d+\\](\\.sha256.*)?)?)?"
          + "|destinations(\\.[^.]*)?|destinations\\..*\\.url.*"),
  /** {@code oncall.yaml}. */
  ROSTERS("teams\\..*\\.calendar(\\.url.*)?");

  private final Pattern pattern;

  SecretPaths(String pattern) {
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
  }

  boolean concern(String path) {
    return pattern.matcher(path).matches();
  }
}
