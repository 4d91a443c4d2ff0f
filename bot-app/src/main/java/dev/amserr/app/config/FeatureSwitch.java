package dev.amserr.app.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of the bot that settings turn on.
 *
 * @param name in plain words
 * @param how what turns it on where it is off; empty where it is on
 */
public record FeatureSwitch(String name, boolean on, String how) {

  /**
   * What these settings turn on and what they leave off, for the line that says so at the start.
   */
  public static List<FeatureSwitch> of(Settings settings) {
    List<FeatureSwitch> switches = new ArrayList<>();
    switches.add(of("Discord", settings.discord().token() != null, "DISCORD_TOKEN"));
    switches.add(
        of("Slack commands", !settings.slack().signingSecrets().isEmpty(), "SLACK_SIGNING_SECRET"));
    switches.add(
        of("posts to Slack channels", settings.slack().botToken() != null, "SLACK_BOT_TOKEN"));
    switches.add(
        of(
            "reports from other machines",
            !settings.ingest().tokens().isEmpty(),
            "AMSERR_INGEST_TOKEN or ingest.tokens"));
    switches.add(
        of("reports from browsers", settings.ingest().beacon().enabled(), "ingest.beacon.enabled"));
    switches.add(
        of(
            "posts of digests",
            settings.digests().stream().anyMatch(digest -> !digest.destinations().isEmpty()),
            settings.destinations().isEmpty()
                ? "digests, with SLACK_WEBHOOK_URL or destinations"
                : "digests"));
    switches.add(
        of(
            "alerts",
            settings.destinations().values().stream().anyMatch(d -> d.alerts().any()),
            "alerts of a destination"));
    return List.copyOf(switches);
  }

  private static FeatureSwitch of(String name, boolean on, String how) {
    return new FeatureSwitch(name, on, on ? "" : how);
  }

  @Override
  public String toString() {
    return on ? name + " on" : name + " off (" + how + ")";
  }
}
