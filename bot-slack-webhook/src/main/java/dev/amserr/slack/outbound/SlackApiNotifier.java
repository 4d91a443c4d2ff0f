package dev.amserr.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.notify.Channel;
import dev.amserr.notify.ChannelHistory;
import dev.amserr.notify.Delivery;
import dev.amserr.notify.MessageEditor;
import dev.amserr.notify.Notifier;
import dev.amserr.notify.Post;
import dev.amserr.slack.SlackSettings;
import dev.amserr.slack.blockkit.BlockKitRenderer;
import dev.amserr.slack.blockkit.MessageJson;
import dev.amserr.slack.blockkit.SlackMessage;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Posts with a bot token, edits what it posted and finds it again by the key in its metadata. A
 * channel whose turn it is not is {@link Delivery.RateLimited} without a request.
 */
public final class SlackApiNotifier implements Notifier, MessageEditor, ChannelHistory {

  /** The type of our metadata; its payload has the post's key. */
  static final String EVENT_TYPE = "amserr_post";

  private static final int LOOKED_AT = 100;

  private final WebApi api;
  private final PictureUpload pictures;
  private final PicturesOrWords forms;
  private final MessageJson json = new MessageJson();
  private final Pace pace;

  /** What travels with a message and is read by {@link #find}; written in Slack's spelling. */
  private record Metadata(String eventType, Payload eventPayload) {}

  private record Payload(String key) {}

  /**
   * A notifier.
   *
   * @param zone for times that Slack can't show in the reader's own zone
   * @throws IllegalArgumentException if the settings have no bot token
   */
  public SlackApiNotifier(
      SlackSettings settings, SlackHttp http, BlockKitRenderer renderer, ZoneId zone, Clock clock) {
    String token =
        settings
            .token()
            .orElseThrow(() -> new IllegalArgumentException("Posting so needs a bot token"));
    this.api = new WebApi(http, settings.apiUrl(), token);
    this.pictures = new PictureUpload(api, http);
    this.forms = new PicturesOrWords(renderer, zone, clock);
    this.pace = new Pace(clock);
  }

  @Override
  public boolean serves(Channel channel) {
    return id(channel).isPresent();
  }

  @Override
  public Delivery post(Channel channel, Post post) {
    String id = requireId(channel);
    Map<String, Object> fields = fields(id, post);
    fields.put("unfurl_links", false);
    fields.put("unfurl_media", false);
    return pace.inTurn(channel, () -> post(post, fields, id));
  }

  private Delivery post(Post post, Map<String, Object> fields, String id) {
    PicturesOrWords.Sent sent =
        forms.send(post, message -> send("chat.postMessage", fields, message));
    Deliveries.messageId(sent.delivery())
        .ifPresent(ts -> sent.message().pictures().forEach(image -> pictures.add(image, id, ts)));
    return sent.delivery();
  }

  @Override
  public Delivery edit(Channel channel, String messageId, Post post) {
    Map<String, Object> fields = fields(requireId(channel), post);
    fields.put("ts", messageId);
    return pace.inTurn(
        channel,
        () -> forms.send(post, message -> send("chat.update", fields, message)).delivery());
  }

  /** Needs the scopes {@code channels:history} and, in private channels, {@code groups:history}. */
  @Override
  public Sighting find(Channel channel, String key) {
    Map<String, String> arguments =
        Map.of(
            "channel", requireId(channel),
            "limit", Integer.toString(LOOKED_AT),
            "include_all_metadata", "true");
    return api.form("conversations.history", arguments)
        .fold(
            done -> find(done.answer().path("messages"), key),
            failed -> new Sighting.CannotTell(failed.reason()));
  }

  private static Sighting find(JsonNode messages, String key) {
    for (JsonNode message : messages) {
      JsonNode metadata = message.path("metadata");
      if (metadata.path("event_type").asText().equals(EVENT_TYPE)
          && metadata.path("event_payload").path("key").asText().equals(key)) {
        return new Sighting.Seen(message.path("ts").asText());
      }
    }
    return new Sighting.NotSeen();
  }

  private static Map<String, Object> fields(String channel, Post post) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("channel", channel);
    fields.put("metadata", new Metadata(EVENT_TYPE, new Payload(post.key())));
    return fields;
  }

  private Delivery send(String method, Map<String, Object> fields, SlackMessage message) {
    return api.json(method, json.message(fields, message))
        .fold(
            done -> new Delivery.Delivered(done.answer().path("ts").asText()),
            WebApi.Failed::delivery);
  }

  private static String requireId(Channel channel) {
    return id(channel)
        .orElseThrow(() -> new IllegalArgumentException("Not a channel of Slack: " + channel));
  }

  private static Optional<String> id(Channel channel) {
    return channel.fold(
        discord -> Optional.empty(), slack -> Optional.of(slack.id()), webhook -> Optional.empty());
  }
}
