package dev.amserr.app.config;

import dev.amserr.app.store.StoreOpenException;
import dev.amserr.yaml.Problems;
import dev.amserr.yaml.Value;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code database}, {@code discord} and {@code slack}. */
final class PlatformReader {

  private static final String SIGNING_SECRETS = "SLACK_SIGNING_SECRET";
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final URI DISCORD_API = URI.create("https://discord.com/api/v10/");
  private static final URI DISCORD_GATEWAY = URI.create("wss://gateway.discord.gg/");
  private static final URI SLACK_API = URI.create("https://slack.com/api/");
  private static final List<String> SLACK_RESPONSE_HOSTS = List.of("hooks.slack.com");

  private PlatformReader() {}

  static DatabaseSettings database(Keys keys) {
    Optional<Value> address = keys.value("url").filter(value -> !value.text().isBlank());
    DatabaseSettings database =
        new DatabaseSettings(
            address.map(value -> new Secret(value.text())).orElse(null), keys.secret("password"));
    DatabaseSettings withoutPassword = new DatabaseSettings(database.url(), null);
    keys.rejectOthers();
    if (!isStore(withoutPassword)) {
      address.ifPresent(
          value ->
              keys.rejectUnseen(
                  value,
                  "jdbc:postgresql://HOST/NAME, postgres://USER:PASSWORD@HOST/NAME or"
                      + " jdbc:sqlite:FILE (a % in a user or password is written %25)"));
      return new DatabaseSettings(null, null);
    }
    if (!isStore(database)) {
      keys.value("password")
          .ifPresent(
              value ->
                  keys.rejectUnseen(
                      value, "a password with a PostgreSQL address in url that has none itself"));
      return withoutPassword;
    }
    return database;
  }

  private static boolean isStore(DatabaseSettings database) {
    try {
      database.location(Path.of("data"));
      return true;
    } catch (StoreOpenException e) {
      return false;
    }
  }

  static DiscordSettings discord(Keys keys) {
    DiscordSettings discord =
        new DiscordSettings(
            keys.secret("token"),
            keys.items("guilds", PlatformReader::snowflake, "a server's id, digits only"),
            keys.baseUrl("apiUrl", DISCORD_API),
            keys.webSocketUrl("gatewayUrl", DISCORD_GATEWAY));
    keys.rejectOthers();
    return discord;
  }

  private static Optional<String> snowflake(String text) {
    return text.matches("[0-9]{15,20}") ? Optional.of(text) : Optional.empty();
  }

  static SlackSettings slack(Keys keys, Variables variables, Problems problems) {
    List<String> hosts = keys.items("responseHosts", Addresses::host, "a host name");
    SlackSettings slack =
        new SlackSettings(
            Stream.concat(
                    signingSecrets(variables, problems), keys.secrets("signingSecrets").stream())
                .distinct()
                .toList(),
            keys.secret("botToken"),
            keys.baseUrl("apiUrl", SLACK_API),
            keys.section().has("responseHosts") ? hosts : SLACK_RESPONSE_HOSTS);
    keys.rejectOthers();
    return slack;
  }

  /** Several, parted by commas, while one replaces another. */
  private static Stream<Secret> signingSecrets(Variables variables, Problems problems) {
    List<String> secrets =
        variables
            .get(SIGNING_SECRETS)
            .value()
            .map(text -> List.of(COMMA.split(text.strip())))
            .orElse(List.of());
    if (!secrets.stream().allMatch(Keys::isSecret)) {
      problems.add(
          variables.origin(SIGNING_SECRETS),
          "slack.signingSecrets",
          Keys.CONCEALED,
          Keys.SECRET_EXPECTED);
      return Stream.empty();
    }
    return secrets.stream().map(Secret::new);
  }
}
