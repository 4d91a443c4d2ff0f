package dev.amserr.app.config;

import java.util.List;
import java.util.Optional;

/**
 * Destinations to which nothing can be posted with the settings as they are. No mistakes: a token
 * is often set where the bot runs, and not where its configuration is checked.
 */
public final class UnreachableDestinations {

  private UnreachableDestinations() {}

  /** A sentence for each, which says what to set. */
  public static List<String> of(Settings settings) {
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
                    .stream())
        .toList();
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
