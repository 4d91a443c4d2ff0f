package dev.amserr.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each secret here contains {@code hunter2}. */
class SecrecyTest {

  private static final String EVERY_SECRET =
      """
      server: {token: api-hunter2}
      database: {url: "postgres://bot:hunter2@db/amserr"}
      discord: {token: discord-hunter2}
      slack: {signingSecrets: [old-hunter2, new-hunter2], botToken: xoxb-hunter2}
      destinations:
        ops: {kind: slack-webhook, url: "https://hooks.slack.com/services/T0/B0/hunter2"}
      """;

  @Test
  void settings_print_without_their_secrets() {
    Loading<Configuration> loading =
        Configs.load(EVERY_SECRET, Map.of("AMSERR_INGEST_TOKEN", "ingest-hunter2"));

    Settings settings = Configs.loaded(loading).settings();
    assertThat(settings.toString()).contains("***").doesNotContain("hunter2");
    assertThat(loading.toString()).doesNotContain("hunter2");
    assertThat(FeatureSwitch.of(settings).toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server: hunter2",
        "server: {token: {a: hunter2}}",
        "server: {token: [hunter2 hunter2]}",
        "server: {tokn: hunter2}",
        "server: {token: *hunter2}",
        "server: {token: &hunter2 x}",
        "server: {token: !hunter2!a x}",
        "server: {token: 'hunter2 hunter2'}",
        "database: hunter2",
        "database: {url: hunter2}",
        "database: {password: [hunter2]}",
        "database: {url: 'postgres://bot:%hunter2@db/amserr'}",
        "discord: hunter2",
        "discord: {token: [hunter2]}",
        "slack: hunter2",
        "slack: {signingSecrets: {hunter: x}, botToken: [hunter2]}",
        "slack: {signingSecrets: [[hunter2]]}",
        "ingest: hunter2",
        "ingest: {tokens: hunter2}",
        "ingest: {tokens: [hunter2]}",
        "ingest: {tokens: [{name: a, sha256: hunter2}]}",
        "destinations: hunter2",
        "destinations: {ops: hunter2}",
        "destinations: {ops: {kind: slack-webhook, url: hunter2}}",
        "destinations: {ops: {kind: slack-webhook, url: 'https://bot:hunter2@hooks.slack.com/'}}",
        "destinations: {'a.b': {kind: slack-webhook, url: hunter2}}",
        "server: {publicUrl: 'https://bot:hunter2@amserr.example.com'}",
        "server: {publicUrl: 'https://amserr.example.com/?key=hunter2'}",
        "server: {port: '${SECRET}'}",
        "server: {zone: '${SECRET}'}",
        "server: {corsOrigins: '${SECRET}'}",
        "server: {corsOrigins: {a: '${SECRET}'}}",
        "digests: ['${SECRET}']",
        "digests: [{name: '${SECRET}', cron: '${SECRET}', destinations: '${SECRET}'}]",
        "access: {operators: {people: '${SECRET}', slack: '${SECRET}'}}",
      })
  void mistakes_are_named_without_secrets(String settings) {
    List<String> messages = Configs.messages(settings, Map.of("SECRET", "is hunter2"));

    assertThat(messages).isNotEmpty().noneMatch(message -> message.contains("hunter2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DISCORD_TOKEN",
        "SLACK_SIGNING_SECRET",
        "SLACK_BOT_TOKEN",
        "SLACK_WEBHOOK_URL",
        "AMSERR_API_TOKEN",
        "AMSERR_INGEST_TOKEN",
        "AMSERR_DATABASE_URL",
        "DISCORD_API_URL",
      })
  void mistakes_in_variables_are_named_without_secrets(String variable) {
    List<String> messages =
        Configs.messages("", Map.of(variable, "https://bot:hunter2@example.com/ ?token=hunter2"));

    assertThat(messages).isNotEmpty().noneMatch(message -> message.contains("hunter2"));
  }

  @Test
  void the_address_of_a_calendar_is_not_quoted() {
    FileAccess files =
        new InMemoryFiles()
            .with(
                "config/oncall.yaml",
                "teams: {player: {zone: UTC, calendar: {url: 'calendar hunter2'}}}");

    assertThat(Configs.messages(Configs.load(files, Map.of())))
        .isNotEmpty()
        .noneMatch(message -> message.contains("hunter2"));
  }

  @Test
  void secrets_are_compared_by_their_text() {
    assertThat(new Secret("a")).isEqualTo(new Secret("a")).isNotEqualTo(new Secret("b"));
    assertThat(new Secret("hunter2")).hasToString("***");
    assertThat(new Secret("hunter2").reveal()).isEqualTo("hunter2");
  }
}
