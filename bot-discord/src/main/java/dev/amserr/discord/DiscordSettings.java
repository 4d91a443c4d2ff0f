package dev.amserr.discord;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the bot reaches Discord.
 *
 * @param token the bot's token, without {@code Bot }; never printed
 * @param guilds the servers that get the commands at once; empty to offer them everywhere, which
 *     Discord may take an hour to show
 * @param apiUrl where REST requests go, {@code https://discord.com/api/v10/}
 * @param gatewayUrl where the gateway is, {@code wss://gateway.discord.gg/}
 */
public record DiscordSettings(String token, List<String> guilds, URI apiUrl, URI gatewayUrl) {

  public static final URI DEFAULT_API = URI.create("https://discord.com/api/v10/");
  public static final URI DEFAULT_GATEWAY = URI.create("wss://gateway.discord.gg/");

  private static final Set<String> HTTP = Set.of("http", "https");
  private static final Set<String> WEB_SOCKET = Set.of("ws", "wss");

  public DiscordSettings {
    if (token.isBlank() || !token.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new IllegalArgumentException(
          "The Discord token must be one word, as the page \"Bot\" of the developer portal shows it");
    }
    guilds = List.copyOf(guilds);
    for (String guild : guilds) {
      if (!guild.matches("[0-9]{15,20}")) {
        throw new IllegalArgumentException(
            "\"" + guild + "\" is not the id of a Discord server, which is 15 to 20 digits");
      }
    }
    if (new HashSet<>(guilds).size() < guilds.size()) {
      throw new IllegalArgumentException("A Discord server is named twice in " + guilds);
    }
    apiUrl = requireScheme("The API", apiUrl, HTTP);
    if (!apiUrl.getPath().endsWith("/")) {
      apiUrl = URI.create(apiUrl + "/");
    }
    gatewayUrl = requireScheme("The gateway", gatewayUrl, WEB_SOCKET);
  }

  /** Discord itself. */
  public static DiscordSettings of(String token, List<String> guilds) {
    return new DiscordSettings(token, guilds, DEFAULT_API, DEFAULT_GATEWAY);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "DiscordSettings[token=***, guilds="
        + guilds
        + ", apiUrl="
        + apiUrl
        + ", gatewayUrl="
        + gatewayUrl
        + "]";
  }

  private static URI requireScheme(String what, URI url, Set<String> schemes) {
    if (url.getHost() == null || !schemes.contains(url.getScheme()) || url.getQuery() != null) {
      throw new IllegalArgumentException(
          what + " of Discord is at a URL of the form " + schemes + "://host/path, not " + url);
    }
    return url;
  }
}
