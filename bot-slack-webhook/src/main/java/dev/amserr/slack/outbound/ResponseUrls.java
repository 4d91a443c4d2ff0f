package dev.amserr.slack.outbound;

import dev.amserr.slack.SlackSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Opens the addresses that Slack gives for late answers, if they are Slack's. */
public final class ResponseUrls {

  private static final Duration BACK_OFF = Duration.ofSeconds(1);

  private final SlackSettings settings;
  private final SlackHttp http;
  private final Clock clock;
  private final Duration backOff;

  public ResponseUrls(SlackSettings settings, SlackHttp http, Clock clock) {
    this(settings, http, clock, BACK_OFF);
  }

  ResponseUrls(SlackSettings settings, SlackHttp http, Clock clock, Duration backOff) {
    this.settings = settings;
    this.http = http;
    this.clock = clock;
    this.backOff = backOff;
  }

  /** The address; empty if there is none, or it leads to a host that is not allowed. */
  public Optional<ResponseUrl> open(String url) {
    try {
      return Optional.of(new URI(url))
          .filter(settings::allowsResponseTo)
          .map(allowed -> new ResponseUrl(allowed, http, clock, backOff));
    } catch (URISyntaxException noUrl) {
      return Optional.empty();
    }
  }
}
