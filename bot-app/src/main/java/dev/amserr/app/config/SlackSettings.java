package dev.amserr.app.config;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slack.
 *
 * @param signingSecrets any of which a request may be signed with, several while one replaces
 *     another; none turns Slack's requests off
 * @param botToken null where there is none
 * @param apiUrl ends in a slash
 * @param responseHosts hosts, besides that of {@code apiUrl}, to which a late answer may be sent
 */
public record SlackSettings(
    List<Secret> signingSecrets,
    @Nullable Secret botToken,
    URI apiUrl,
    List<String> responseHosts) {

  public SlackSettings {
    signingSecrets = List.copyOf(signingSecrets);
    responseHosts = List.copyOf(responseHosts);
  }
}
