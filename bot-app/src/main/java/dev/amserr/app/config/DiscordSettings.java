package dev.amserr.app.config;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Discord.
 *
 * @param token the bot's; null turns Discord off
 * @param guilds ids of those where commands are registered at once; empty for everywhere, which
 *     takes Discord a while
 * @param apiUrl ends in a slash
 * @param gatewayUrl where the gateway is
 */
public record DiscordSettings(
    @Nullable Secret token, List<String> guilds, URI apiUrl, URI gatewayUrl) {

  public DiscordSettings {
    guilds = List.copyOf(guilds);
  }
}
