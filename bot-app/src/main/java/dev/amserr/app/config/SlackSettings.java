package dev.amserr.app.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Slack.
 *
 * @param signingSecrets any of which a request may be signed with, several while one replaces
 *     another; none turns Slack's requests off
 * @param botToken null where there is none
 * @param apiUrl ends in a slash
 * @param responseHosts hosts to which an answer to a {@code response_url} may go
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

  /** The hosts that may be answered to; that of {@link #apiUrl} always is one. */
  public List<String> allowedResponseHosts() {
    List<String> hosts = new ArrayList<>(responseHosts);
    Optional.ofNullable(apiUrl.getHost())
        .map(host -> host.toLowerCase(Locale.ROOT))
        .filter(host -> !hosts.contains(host))
        .ifPresent(hosts::add);
    return List.copyOf(hosts);
  }
}
