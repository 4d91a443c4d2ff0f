package dev.amserr.app.config;

import dev.amserr.oncall.command.CoverRights;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            underAPath(settings.server()).stream(),
            unreachable(settings),
            unused(settings),
            unaskedRoles(settings.access()),
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

  private static Optional<String> underAPath(ServerSettings server) {
    return server.publicUrl() == null || server.publicUrl().getPath().length() <= 1
        ? Optional.empty()
        : Optional.of(
            "server.publicUrl has the path "
                + server.publicUrl().getPath()
                + ", but the console needs the root of a host of its own.");
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

  private static Stream<String> unused(Settings settings) {
    Set<String> used = new HashSet<>(Set.of(settings.delivery().deadLetters()));
    settings.digests().forEach(digest -> used.addAll(digest.destinations()));
    settings.onCall().handovers().forEach(post -> used.add(post.destination()));
    settings.onCall().gaps().forEach(post -> used.add(post.destination()));
    return settings.destinations().values().stream()
        .filter(destination -> !destination.alerts().any())
        .map(destination -> destination.destination().name())
        .filter(name -> !used.contains(name))
        .map(
            name ->
                "Nothing goes to "
                    + name
                    + ": switch its alerts on, or name it as a destination of a digest or under"
                    + " onCall.");
  }

  private static Stream<String> unaskedRoles(AccessSettings access) {
    return access.roles().keySet().stream()
        .filter(name -> !name.equals(CoverRights.ROLE))
        .map(
            name ->
                "No command asks for the role %s of access.roles; there is %s."
                    .formatted(name, CoverRights.ROLE));
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
