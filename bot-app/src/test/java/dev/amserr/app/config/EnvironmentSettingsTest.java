package dev.amserr.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.notify.Channel;
import dev.amserr.notify.Destination;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentSettingsTest {

  @Test
  void each_variable_of_the_contract_sets_its_key() {
    Map<String, String> environment = new HashMap<>();
    environment.put("DISCORD_TOKEN", "discord-token");
    environment.put("DISCORD_API_URL", "http://127.0.0.1:9001/api/v10");
    environment.put("DISCORD_GATEWAY_URL", "ws://127.0.0.1:9002");
    environment.put("SLACK_SIGNING_SECRET", "signing-secret");
    environment.put("SLACK_BOT_TOKEN", "xoxb-1");
    environment.put("SLACK_API_URL", "http://127.0.0.1:9003/api/");
    environment.put("SLACK_WEBHOOK_URL", "http://127.0.0.1:9004/services/T0/B0/x");
    environment.put("AMSERR_INGEST_TOKEN", "ingest-token");
    environment.put("AMSERR_API_TOKEN", "api-token");
    environment.put("AMSERR_DATABASE_URL", "postgres://u@db/amserr");
    environment.put("AMSERR_DATABASE_PASSWORD", "p");
    environment.put("AMSERR_HOST", "0.0.0.0");
    environment.put("AMSERR_PORT", "9000");

    Settings settings = Configs.settings("", environment);

    assertThat(settings.discord())
        .isEqualTo(
            new DiscordSettings(
                new Secret("discord-token"),
                List.of(),
                URI.create("http://127.0.0.1:9001/api/v10/"),
                URI.create("ws://127.0.0.1:9002")));
    assertThat(settings.slack())
        .isEqualTo(
            new SlackSettings(
                List.of(new Secret("signing-secret")),
                new Secret("xoxb-1"),
                URI.create("http://127.0.0.1:9003/api/"),
                List.of("hooks.slack.com")));
    assertThat(settings.destinations().get("slack-webhook").destination())
        .isEqualTo(
            new Destination(
                "slack-webhook",
                new Channel.SlackWebhook(
                    URI.create("http://127.0.0.1:9004/services/T0/B0/x"), Channel.OnUnknown.HOLD)));
    assertThat(settings.ingest().tokens())
        .singleElement()
        .satisfies(
            token -> {
              assertThat(token.sha256().matches("ingest-token")).isTrue();
              assertThat(token.scopes()).isEqualTo(EnumSet.allOf(IngestToken.Scope.class));
              assertThat(token.covers("any source")).isTrue();
            });
    assertThat(settings.server().token()).isEqualTo(new Secret("api-token"));
    assertThat(settings.server().host()).isEqualTo("0.0.0.0");
    assertThat(settings.server().port()).isEqualTo(9000);
    assertThat(settings.database())
        .isEqualTo(new DatabaseSettings(new Secret("postgres://u@db/amserr"), new Secret("p")));
  }

  @Test
  void a_variable_wins_over_the_file_and_the_command_line_over_both() {
    FileAccess files = new InMemoryFiles().with("config/amserr.yaml", "server: {port: 8001}");
    ConfigLoader bare = new ConfigLoader(Environment.of(Map.of()), files);
    ConfigLoader set = new ConfigLoader(Environment.of(Map.of("AMSERR_PORT", "8002")), files);

    assertThat(port(bare, CommandLineOptions.none())).isEqualTo(8001);
    assertThat(port(set, CommandLineOptions.none())).isEqualTo(8002);
    assertThat(port(set, new CommandLineOptions(8003))).isEqualTo(8003);
  }

  private static int port(ConfigLoader loader, CommandLineOptions options) {
    return Configs.loaded(loader.load(Configs.folder(), options)).settings().server().port();
  }

  @Test
  void an_empty_variable_counts_as_not_set() {
    Settings settings =
        Configs.settings(
            "discord: {token: '${TOKEN:-}'}\nserver: {port: '${PORT:-8123}'}",
            Map.of("DISCORD_TOKEN", "", "TOKEN", "", "PORT", ""));

    assertThat(settings.discord().token()).isNull();
    assertThat(settings.server().port()).isEqualTo(8123);
  }

  @Test
  void variables_stand_anywhere_in_a_value_and_two_dollars_for_one() {
    Settings settings =
        Configs.settings(
            """
            server: {publicUrl: "https://${SUBDOMAIN}.example.${TLD:-com}/"}
            ingest:
              tokens:
                - name: web
                  sha256: ${HASH}
                  sources: ["$${WEB}", "a$b", "${SUBDOMAIN}"]
            """,
            Map.of("SUBDOMAIN", "errors", "HASH", "ab".repeat(32)));

    assertThat(settings.server().publicUrl()).isEqualTo(URI.create("https://errors.example.com"));
    assertThat(settings.ingest().tokens())
        .singleElement()
        .satisfies(token -> assertThat(token.sources()).containsExactly("${WEB}", "a$b", "errors"));
  }

  @Test
  void a_secret_comes_from_a_file_without_the_end_of_its_line() {
    FileAccess files =
        new InMemoryFiles()
            .with("config/amserr.yaml", "slack: {botToken: '${BOT}'}")
            .with("/run/secrets/discord", "discord-token\n")
            .with("/run/secrets/bot", "xoxb-1\r\n");

    Settings settings =
        Configs.loaded(
                Configs.load(
                    files,
                    Map.of(
                        "DISCORD_TOKEN_FILE",
                        "/run/secrets/discord",
                        "BOT_FILE",
                        "/run/secrets/bot")))
            .settings();

    assertThat(settings.discord().token()).isEqualTo(new Secret("discord-token"));
    assertThat(settings.slack().botToken()).isEqualTo(new Secret("xoxb-1"));
  }

  @Test
  void a_secret_file_that_cannot_be_used_is_named_once_by_its_variable() {
    FileAccess files =
        new InMemoryFiles()
            .with("config/amserr.yaml", "slack: {botToken: '${BOT}', signingSecrets: ['${BOT}']}")
            .with("/empty", "\n")
            .withForbidden("/forbidden");

    List<String> messages =
        Configs.messages(
            Configs.load(
                files,
                Map.of(
                    "BOT_FILE", "/missing",
                    "DISCORD_TOKEN_FILE", "/empty",
                    "AMSERR_API_TOKEN_FILE", "/forbidden",
                    "SLACK_BOT_TOKEN", "xoxb-1",
                    "SLACK_BOT_TOKEN_FILE", "/missing")));

    assertThat(messages)
        .containsExactly(
            "environment variable AMSERR_API_TOKEN_FILE: found the name of a file that cannot be"
                + " read (no permission), expected a file with the secret",
            "environment variable BOT_FILE: found the name of a file that does not exist, expected"
                + " a file with the secret",
            "environment variable DISCORD_TOKEN_FILE: found the name of an empty file, expected a"
                + " file with the secret",
            "environment variable SLACK_BOT_TOKEN_FILE: found also SLACK_BOT_TOKEN, expected one of"
                + " the two");
  }

  @Test
  void a_mistake_in_a_variable_names_the_variable_and_the_key() {
    assertThat(Configs.messages("", Map.of("AMSERR_PORT", "http", "DISCORD_TOKEN", "two words")))
        .containsExactly(
            "environment variable AMSERR_PORT: server.port: found \"http\", expected a whole number"
                + " from 0 to 65535",
            "environment variable DISCORD_TOKEN: discord.token: found a text that is not shown,"
                + " expected a secret in plain characters without blanks");
  }

  @Test
  void a_mistake_in_a_substituted_value_shows_what_is_written_not_what_it_stands_for() {
    assertThat(
            Configs.messages("server: {port: '${PORT}'}", Map.of("PORT", "xoxb-in-a-wrong-place")))
        .containsExactly(
            "config/amserr.yaml:1: server.port: found \"${PORT}\" (its value is not shown),"
                + " expected a whole number from 0 to 65535");
  }

  @Test
  void an_open_host_by_variable_needs_a_token_too() {
    assertThat(Configs.messages("", Map.of("AMSERR_HOST", "::")))
        .singleElement()
        .asString()
        .startsWith(
            "environment variable AMSERR_HOST: server.host: found an address that other machines"
                + " can reach, and no server.token");
    assertThat(Configs.messages("", Map.of("AMSERR_HOST", "::", "AMSERR_API_TOKEN", "t")))
        .isEmpty();
  }

  @Test
  void a_signing_secret_of_the_environment_stands_beside_those_of_the_file() {
    String file = "slack: {signingSecrets: [old, older]}";

    assertThat(signingSecrets(file, "new")).containsExactly("new", "old", "older");
    assertThat(signingSecrets(file, "old")).containsExactly("old", "older");
    assertThat(signingSecrets("", "new, old\n")).containsExactly("new", "old");
    assertThat(Configs.messages("", Map.of("SLACK_SIGNING_SECRET", "new,,old")))
        .containsExactly(
            "environment variable SLACK_SIGNING_SECRET: slack.signingSecrets: found a text that is"
                + " not shown, expected a secret in plain characters without blanks");
  }

  private static List<String> signingSecrets(String settings, String variable) {
    return Configs.settings(settings, Map.of("SLACK_SIGNING_SECRET", variable))
        .slack()
        .signingSecrets()
        .stream()
        .map(Secret::reveal)
        .toList();
  }

  @Test
  void the_webhook_of_the_environment_takes_the_place_of_the_one_in_the_file() {
    Settings settings =
        Configs.settings(
            """
            destinations:
              slack-webhook:
                kind: slack-webhook
                url: https://hooks.slack.com/services/T0/B0/old
                onUnknown: resend
                alerts: {spike: true}
            """,
            Map.of("SLACK_WEBHOOK_URL", "https://hooks.slack.com/services/T0/B0/new"));

    DestinationSettings webhook = settings.destinations().get("slack-webhook");
    assertThat(webhook.destination().channel())
        .isEqualTo(
            new Channel.SlackWebhook(
                URI.create("https://hooks.slack.com/services/T0/B0/new"),
                Channel.OnUnknown.RESEND));
    assertThat(webhook.alerts().spike()).isTrue();
  }
}
