package dev.amserr.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigChangesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "detection: {critical: [amp]}                                   | detection",
        "access: {operators: {slack: [U1]}}                             | access.operators",
        "access: {roles: {lead: {roster: true}}}                        | access.roles",
        "destinations: {a: {kind: slack-channel, channel: C01}}         | destinations",
        "ingest: {tokens: [{name: a, sha256: '${HASH}'}]}               | ingest.tokens",
      })
  void what_takes_effect_at_once(String settings, String key) {
    assertThat(between("", settings)).isEqualTo(new ConfigChanges(list(key), list()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "server: {host: localhost}                             | server.host",
        "server: {port: 1}                                     | server.port",
        "server: {publicUrl: 'https://a.example.com'}          | server.publicUrl",
        "server: {zone: Europe/Paris}                          | server.zone",
        "server: {token: t}                                    | server.token",
        "server: {corsOrigins: 'https://a.example.com'}        | server.corsOrigins",
        "server: {maxBodyBytes: 2048}                          | server.maxBodyBytes",
        "server: {logFormat: json}                             | server.logFormat",
        "database: {url: 'postgres://db/amserr'}               | database",
        "discord: {token: t}                                   | discord.token",
        "discord: {guilds: '100000000000000001'}               | discord.guilds",
        "discord: {apiUrl: 'http://127.0.0.1:1/'}              | discord.apiUrl",
        "discord: {gatewayUrl: 'ws://127.0.0.1:1/'}            | discord.gatewayUrl",
        "slack: {signingSecrets: s}                            | slack.signingSecrets",
        "slack: {botToken: t}                                  | slack.botToken",
        "slack: {apiUrl: 'http://127.0.0.1:1/'}                | slack.apiUrl",
        "slack: {responseHosts: []}                            | slack.responseHosts",
        "ingest: {recordFromChat: true}                        | ingest.recordFromChat",
        "ingest: {beacon: {perAddressPerMinute: 1}}            | ingest.beacon",
        "access: {rateLimit: {burst: 1}}                       | access.rateLimit",
      })
  void what_needs_a_restart(String settings, String key) {
    // The digest that there is where nothing is said has the server's zone.
    assertThat(between("digests: []", settings + "\ndigests: []"))
        .isEqualTo(new ConfigChanges(list(), list(key)));
  }

  private static ConfigChanges between(String before, String after) {
    Map<String, String> environment = Map.of("HASH", "ab".repeat(32));
    return ConfigChanges.between(
        Configs.loaded(Configs.load(before, environment)),
        Configs.loaded(Configs.load(after, environment)));
  }

  private static List<String> list(String... keys) {
    return List.of(keys);
  }
}
