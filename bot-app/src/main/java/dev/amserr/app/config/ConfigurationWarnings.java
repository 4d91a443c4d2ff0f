package dev.amserr.app.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may not be meant, though it is no mistake: a token is often set where the bot runs, and not
 * where its configuration is checked.
 */
public final class ConfigurationWarnings {

  private ConfigurationWarnings() {}

  /** A sentence for each, which says what to set. */
  public static List<String> of(Configuration configuration) {
    Settings settings = configuration.settings();
    return Stream.of(
            openConsole(settings.server()).stream(),
            unreachable(settings),
            PatternWarnings.of(configuration))
        .flatMap(warnings -> warnings)
        .toList();
  }

  /** Behind a proxy everybody seems to be this machine, which may do everything without a token. */
  private static Optional<String> openConsole(ServerSettings server) {
    return server.publicUrl() == null || server.token() != null
        ? Optional.empty()
        : Optional.of(
            "Whoever reaches "
                + server.publicUrl()
                + " can change things and read private data without server.token"
                + " (AMSERR_API_TOKEN).");
  }

  private static Stream<String> unreachable(Settings settings) {
    return settings.destinations().values().stream()
        .flatMap(
            destination ->
                missing(settings, destination)
                    .map(
                        key ->
                            "Nothing can be posted to "
                                + destination.destination().name()
                                + " without "
                                + key
                                + ".")
                    .stream());
  }

  private static Optional<String> missing(Settings settings, DestinationSettings destination) {
    return destination
        .destination()
        .channel()
        .fold(
            discord -> unless(settings.discord().token() != null, "discord.token (DISCORD_TOKEN)"),
            slack ->
                unless(settings.slack().botToken() != null, "slack.botToken (SLACK_BOT_TOKEN)"),
            webhook -> Optional.empty());
  }

  private static Optional<String> unless(boolean present, String key) {
    return present ? Optional.empty() : Optional.of(key);
  }
}
