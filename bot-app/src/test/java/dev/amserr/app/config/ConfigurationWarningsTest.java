package dev.amserr.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.recurrence.Handling;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationWarningsTest {

  @Test
  void a_destination_whose_token_is_missing_is_named_but_no_mistake() {
    String settings =
        """
        destinations:
          a: {kind: slack-channel, channel: C0000000001}
          b: {kind: discord-channel, channel: "100000000000000001"}
          c: {kind: slack-webhook, url: "https://hooks.slack.com/services/T0/B0/x"}
        digests: [{name: daily, cron: "0 9 * * *", destinations: [a, b, c]}]
        """;

    assertThat(warnings(settings, Map.of()))
        .containsExactly(
            "Nothing can be posted to a without slack.botToken (SLACK_BOT_TOKEN).",
            "Nothing can be posted to b without discord.token (DISCORD_TOKEN).");
    assertThat(warnings(settings, Map.of("SLACK_BOT_TOKEN", "x", "DISCORD_TOKEN", "y"))).isEmpty();
  }

  @Test
  void a_destination_that_nothing_goes_to_is_named_but_no_mistake() {
    String settings =
        """
        destinations:
          idle: {kind: slack-webhook, url: "https://hooks.slack.com/services/T0/B0/x"}
          told: {kind: slack-webhook, url: "https://hooks.slack.com/services/T0/B0/y"}
          warned:
            kind: slack-webhook
            url: "https://hooks.slack.com/services/T0/B0/z"
            alerts: {newCritical: true}
        digests: []
        delivery: {deadLetters: told}
        """;

    assertThat(warnings(settings, Map.of()))
        .containsExactly(
            "Nothing goes to idle: switch its alerts on, or name it as a destination of a digest or"
                + " under onCall.");
  }

  @Test
  void a_role_that_no_command_asks_for_is_named_but_no_mistake() {
    String settings = "access: {roles: {oncall-covers: {everyone: true}, oncall-cover: {}}}";

    assertThat(warnings(settings, Map.of()))
        .containsExactly(
            "No command asks for the role oncall-covers of access.roles; there is oncall-cover.");
  }

  @Test
  void a_public_address_without_a_token_is_named_but_no_mistake() {
    String settings = "server: {publicUrl: 'https://amserr.example.com'}\n";

    assertThat(warnings(settings, Map.of()))
        .containsExactly(
            "Whoever reaches https://amserr.example.com can change things and read private data"
                + " without server.token (AMSERR_API_TOKEN).");
    assertThat(warnings(settings, Map.of("AMSERR_API_TOKEN", "x"))).isEmpty();
  }

  @Test
  void a_public_address_below_a_path_is_named_but_no_mistake() {
    Map<String, String> token = Map.of("AMSERR_API_TOKEN", "x");

    assertThat(warnings("server: {publicUrl: 'https://example.com/bot'}", token))
        .containsExactly(
            "server.publicUrl has the path /bot, but the console needs the root of a host of its"
                + " own.");
    assertThat(warnings("server: {publicUrl: 'https://amserr.example.com/'}", token)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ampp                   | no catalog has a system of that id. Did you mean amp?",
        "Smooth:MPE_MGMT_*      | no catalog has a system of that id.",
        "amp:networkErrUnknwon  | no code of Azure Media Player is called that."
            + " Did you mean networkErrUnknown?",
        "amp:netwrk*            | no code of Azure Media Player is called that.",
      })
  void a_pattern_that_no_known_code_fits_is_named_but_no_mistake(String pattern, String doubt) {
    assertThat(warnings("detection: {critical: ['%s']}".formatted(pattern), Map.of()))
        .containsExactly("detection.critical has \"%s\", but %s".formatted(pattern, doubt));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amp",
        "AMP:networkErr*",
        "amp:NETWORKERRUNKNOWN",
        "amp:0x2*",
        "hresult:0xDEADBEEF",
        "0x8089*",
        "checkout exploded",
        "iis-management:MPE_MGMT_*",
      })
  void a_pattern_that_a_code_may_fit_is_not(String pattern) {
    assertThat(warnings("detection: {critical: ['%s']}".formatted(pattern), Map.of())).isEmpty();
  }

  @Test
  void a_teams_patterns_are_looked_at_too() {
    String team =
        """
        people: {ana: {name: Ana}}
        teams:
          player:
            zone: UTC
            owns: [amp, htpp]
            levels:
              - {name: primary, layers: [{rotation: weekly, start: 2026-01-05T09:00, people: [ana]}]}
        """;
    Configuration configuration =
        Configs.loaded(
            Configs.load(new InMemoryFiles().with("config/oncall.yaml", team), Map.of()));

    assertThat(ConfigurationWarnings.of(configuration))
        .containsExactly(
            "Team player owns \"htpp\", but no catalog has a system of that id. Did you mean"
                + " http?");
  }

  @Test
  void a_code_is_critical_by_its_name_or_its_value() {
    Series missing = series("amp", "0x00200194", "networkErrHttpUrlNotFound");
    Series text = series("", "checkout exploded", "");

    assertThat(critical("amp:networkErr*").isCritical(missing)).isTrue();
    assertThat(critical("0x002*").isCritical(missing)).isTrue();
    assertThat(critical("amp").isCritical(missing)).isTrue();
    assertThat(critical("http").isCritical(missing)).isFalse();
    assertThat(critical("amp:srcErr*").isCritical(missing)).isFalse();
    assertThat(critical("Checkout*").isCritical(text)).isTrue();
  }

  private static DetectionSettings critical(String pattern) {
    return Configs.settings("detection: {critical: ['%s']}".formatted(pattern)).detection();
  }

  private static Series series(String system, String code, String name) {
    Instant seen = Instant.parse("2026-06-08T12:00:00Z");
    return new Series(1, new SeriesKey(system, code, "web-eu"), name, seen, seen, Handling.NONE);
  }

  private static List<String> warnings(String settings, Map<String, String> environment) {
    return ConfigurationWarnings.of(Configs.loaded(Configs.load(settings, environment)));
  }
}
