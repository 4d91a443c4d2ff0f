package dev.amserr.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two configurations.
 *
 * @param takesEffect keys and files whose new state holds from now on
 * @param needsRestart keys whose new state holds after a restart; until then the old one does
 */
public record ConfigChanges(List<String> takesEffect, List<String> needsRestart) {

  public ConfigChanges {
    takesEffect = List.copyOf(takesEffect);
    needsRestart = List.copyOf(needsRestart);
  }

  /** Compares key by key. */
  static ConfigChanges between(Configuration before, Configuration after) {
    Comparison comparison = new Comparison();
    Settings old = before.settings();
    Settings fresh = after.settings();
    comparison.live("oncall.yaml", before.rosters(), after.rosters());
    comparison.live("catalogs", before.teamCatalogs(), after.teamCatalogs());
    comparison.live("ingest.tokens", old.ingest().tokens(), fresh.ingest().tokens());
    comparison.live("detection", old.detection(), fresh.detection());
    comparison.live("destinations", old.destinations(), fresh.destinations());
    comparison.live("delivery", old.delivery(), fresh.delivery());
    comparison.live("digests", old.digests(), fresh.digests());
    comparison.live("onCall.handovers", old.onCall().handovers(), fresh.onCall().handovers());
    comparison.live("onCall.gaps", old.onCall().gaps(), fresh.onCall().gaps());
    comparison.fixed(
        "onCall.privateCalendars",
        old.onCall().privateCalendars(),
        fresh.onCall().privateCalendars());
    comparison.live("access.operators", old.access().operators(), fresh.access().operators());
    comparison.live("access.roles", old.access().roles(), fresh.access().roles());
    comparison.server(old.server(), fresh.server());
    comparison.fixed("database", old.database(), fresh.database());
    comparison.discord(old.discord(), fresh.discord());
    comparison.slack(old.slack(), fresh.slack());
    comparison.fixed(
        "ingest.recordFromChat", old.ingest().recordFromChat(), fresh.ingest().recordFromChat());
    comparison.fixed("ingest.beacon", old.ingest().beacon(), fresh.ingest().beacon());
    comparison.fixed("access.rateLimit", old.access().rateLimit(), fresh.access().rateLimit());
    return new ConfigChanges(comparison.live, comparison.fixed);
  }

  public boolean isEmpty() {
    return takesEffect.isEmpty() && needsRestart.isEmpty();
  }

  /** In one sentence, for the log. */
  @Override
  public String toString() {
    if (isEmpty()) {
      return "nothing changed";
    }
    List<String> parts = new ArrayList<>();
    if (!takesEffect.isEmpty()) {
      parts.add("in effect now: " + String.join(", ", takesEffect));
    }
    if (!needsRestart.isEmpty()) {
      parts.add("needs a restart: " + String.join(", ", needsRestart));
    }
    return String.join("; ", parts);
  }

  /** Collects the names of what differs. */
  private static final class Comparison {

    private final List<String> live = new ArrayList<>();
    private final List<String> fixed = new ArrayList<>();

    void live(String name, Object before, Object after) {
      if (!before.equals(after)) {
        live.add(name);
      }
    }

    void fixed(String name, @Nullable Object before, @Nullable Object after) {
      if (!Objects.equals(before, after)) {
        fixed.add(name);
      }
    }

    void server(ServerSettings before, ServerSettings after) {
      fixed("server.host", before.host(), after.host());
      fixed("server.port", before.port(), after.port());
      fixed("server.publicUrl", before.publicUrl(), after.publicUrl());
      fixed("server.zone", before.zone(), after.zone());
      fixed("server.token", before.token(), after.token());
      fixed("server.console", before.console(), after.console());
      fixed("server.corsOrigins", before.corsOrigins(), after.corsOrigins());
      fixed("server.maxBodyBytes", before.maxBodyBytes(), after.maxBodyBytes());
      fixed("server.logFormat", before.logFormat(), after.logFormat());
    }

    void discord(DiscordSettings before, DiscordSettings after) {
      fixed("discord.token", before.token(), after.token());
      fixed("discord.guilds", before.guilds(), after.guilds());
      fixed("discord.apiUrl", before.apiUrl(), after.apiUrl());
      fixed("discord.gatewayUrl", before.gatewayUrl(), after.gatewayUrl());
    }

    void slack(SlackSettings before, SlackSettings after) {
      fixed("slack.signingSecrets", before.signingSecrets(), after.signingSecrets());
      fixed("slack.botToken", before.botToken(), after.botToken());
      fixed("slack.apiUrl", before.apiUrl(), after.apiUrl());
      fixed("slack.responseHosts", before.responseHosts(), after.responseHosts());
    }
  }
}
