package dev.amserr.slack.outbound;

import dev.amserr.notify.Channel;
import dev.amserr.notify.Delivery;
import dev.amserr.notify.Notifier;
import dev.amserr.notify.Post;
import dev.amserr.slack.blockkit.BlockKitRenderer;
import dev.amserr.slack.blockkit.MessageJson;
import dev.amserr.slack.blockkit.SlackMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Posts by incoming webhook: no message id, no edit, no look back, no files. A channel whose turn
 * it is not is {@link Delivery.RateLimited} without a request.
 */
public final class SlackWebhookNotifier implements Notifier {

  private final SlackHttp http;
  private final PicturesOrWords forms;
  private final MessageJson json = new MessageJson();
  private final Pace pace;

  /**
   * A notifier.
   *
   * @param zone for times that Slack can't show in the reader's own zone
   */
  public SlackWebhookNotifier(SlackHttp http, BlockKitRenderer renderer, ZoneId zone, Clock clock) {
    this.http = http;
    this.forms = new PicturesOrWords(renderer, zone, clock);
    this.pace = new Pace(clock);
  }

  @Override
  public boolean serves(Channel channel) {
    return url(channel).isPresent();
  }

  @Override
  public Delivery post(Channel channel, Post post) {
    URI url =
        url(channel)
            .orElseThrow(() -> new IllegalArgumentException("Not an incoming webhook: " + channel));
    return pace.inTurn(channel, () -> forms.send(post, message -> send(url, message)).delivery());
  }

  private Delivery send(URI url, SlackMessage message) {
    String body = json.message(Map.of("unfurl_links", false, "unfurl_media", false), message);
    return http.post(
            url, "application/json; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), Map.of())
        .join()
        .fold(
            SlackWebhookNotifier::delivery,
            notSent -> new Delivery.Unreachable(notSent.reason() + "."),
            noAnswer -> new Delivery.Unknown(noAnswer.reason() + "."));
  }

  private static Delivery delivery(Exchange.Answered answer) {
    if (answer.status() != 200) {
      return SlackErrors.ofStatus(answer);
    }
    return answer.body().strip().equals("ok")
        ? new Delivery.Delivered(null)
        : new Delivery.Unknown("The answer is not Slack's: something stands between us.");
  }

  private static Optional<URI> url(Channel channel) {
    return channel.fold(
        discord -> Optional.empty(),
        slack -> Optional.empty(),
        webhook -> Optional.of(webhook.url()));
  }
}
