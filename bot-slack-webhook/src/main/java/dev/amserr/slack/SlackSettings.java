package dev.amserr.slack;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the bot and a Slack workspace know each other. Secrets in it are never printed.
 *
 * @param signingSecrets what requests may be signed with: the current secret, and the former one
 *     while it is being replaced; empty where Slack sends us nothing
 * @param botToken {@code xoxb-…}; null for posting by incoming webhook alone
 * @param apiUrl where the Web API is, ending in {@code /}
 * @param responseHosts hosts, besides that of {@code apiUrl}, to which a late answer may be sent
 */
public record SlackSettings(
    List<String> signingSecrets, @Nullable String botToken, URI apiUrl, Set<String> responseHosts) {

  /** Slack's Web API. */
  public static final URI API = URI.create("https://slack.com/api/");

  /** Where Slack takes late answers. */
  public static final Set<String> RESPONSE_HOSTS = Set.of("hooks.slack.com");

  public SlackSettings {
    signingSecrets = List.copyOf(signingSecrets);
    responseHosts = Set.copyOf(responseHosts);
    if (signingSecrets.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "A signing secret of Slack is empty. It stands under “Basic Information” of the app.");
    }
    if (botToken != null && botToken.isBlank()) {
      throw new IllegalArgumentException(
          "The bot token of Slack is empty. Leave it out, or copy it from “OAuth & Permissions”.");
    }
    if (apiUrl.getHost() == null || !isHttp(apiUrl) || !apiUrl.getPath().endsWith("/")) {
      throw new IllegalArgumentException(
          "The address of Slack's API must be a URL that ends in /, such as " + API);
    }
  }

  /** What a workspace at slack.com needs. */
  public static SlackSettings of(List<String> signingSecrets, @Nullable String botToken) {
    return new SlackSettings(signingSecrets, botToken, API, RESPONSE_HOSTS);
  }

  /** The token, where the bot has one. */
  public Optional<String> token() {
    return Optional.ofNullable(botToken);
  }

  /**
   * Whether a late answer may be sent there: to one of Slack's hosts by https, or to where the Web
   * API is.
   */
  public boolean allowsResponseTo(URI url) {
    if (url.getHost() == null || url.getRawUserInfo() != null || !isHttp(url)) {
      return false;
    }
    boolean atTheApi =
        scheme(url).equals(scheme(apiUrl))
            && url.getHost().equalsIgnoreCase(apiUrl.getHost())
            && url.getPort() == apiUrl.getPort();
    boolean atSlack =
        scheme(url).equals("https")
            && url.getPort() == -1
            && responseHosts.contains(url.getHost().toLowerCase(Locale.ROOT));
    return atTheApi || atSlack;
  }

  @Override
  public String toString() {
    return "SlackSettings["
        + signingSecrets.size()
        + (signingSecrets.size() == 1 ? " signing secret, " : " signing secrets, ")
        + (botToken == null ? "no bot token, " : "a bot token, ")
        + apiUrl
        + "]";
  }

  private static boolean isHttp(URI url) {
    return scheme(url).equals("https") || scheme(url).equals("http");
  }

  private static String scheme(URI url) {
    return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
  }
}
