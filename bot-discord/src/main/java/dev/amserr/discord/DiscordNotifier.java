package dev.amserr.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.command.render.ReaderTime;
import dev.amserr.discord.render.DiscordMessage;
import dev.amserr.discord.render.ReplyRenderer;
import dev.amserr.notify.Channel;
import dev.amserr.notify.ChannelHistory;
import dev.amserr.notify.Delivery;
import dev.amserr.notify.MessageEditor;
import dev.amserr.notify.Notifier;
import dev.amserr.notify.Post;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * Posts to Discord's channels, by REST alone: works on every node, whether or not this one holds
 * the gateway.
 *
 * <p>A post's key becomes its nonce, so that Discord itself drops a second attempt for some
 * minutes, and a reference in its last footer, so that it can be found in the channel after that.
 */
public final class DiscordNotifier implements Notifier, MessageEditor, ChannelHistory {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final DiscordRest rest;
  private final RateLimits limits;
  private final ZoneId zone;
  private final Clock clock;
  private final ReplyRenderer renderer = new ReplyRenderer();

  /**
   * A notifier; makes no request yet.
   *
   * @param zone for times in tables; elsewhere each reader sees their own
   */
  public DiscordNotifier(DiscordSettings settings, ZoneId zone, Clock clock) {
    this(settings, zone, clock, PATIENCE);
  }

  DiscordNotifier(DiscordSettings settings, ZoneId zone, Clock clock, Duration patience) {
    this.rest = new DiscordRest(settings, patience);
    this.limits = new RateLimits(clock);
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public boolean serves(Channel channel) {
    return channel.fold(discord -> true, slack -> false, webhook -> false);
  }

  @Override
  public Delivery post(Channel channel, Post post) {
    String nonce = Nonce.of(post.key());
    String path = "channels/" + id(channel) + "/messages";
    return deliver("POST", path, () -> MessageForm.create(message(post, nonce), nonce));
  }

  @Override
  public Delivery edit(Channel channel, String messageId, Post post) {
    if (!messageId.matches("[0-9]{15,20}")) {
      throw new IllegalArgumentException("Not the id of a Discord message: " + messageId);
    }
    String nonce = Nonce.of(post.key());
    String path = "channels/" + id(channel) + "/messages/" + messageId;
    return deliver("PATCH", path, () -> MessageForm.edit(message(post, nonce), nonce));
  }

  @Override
  public Sighting find(Channel channel, String key) {
    String path = "channels/" + id(channel) + "/messages";
    Optional<Duration> wait = limits.wait("GET " + path);
    if (wait.isPresent()) {
      return new Sighting.CannotTell("Discord takes no request for another " + wait.get());
    }
    return rest.get(path + "?limit=100")
        .fold(
            answered -> sighting("GET " + path, answered, key),
            notSent -> new Sighting.CannotTell(notSent.reason()),
            noAnswer -> new Sighting.CannotTell(noAnswer.reason()));
  }

  private Delivery deliver(String method, String path, Supplier<MessageForm> form) {
    String bucket = method + " " + path;
    return limits
        .wait(bucket)
        .<Delivery>map(Delivery.RateLimited::new)
        .orElseGet(
            () ->
                rest.send(method, path, form.get())
                    .fold(
                        answered -> Deliveries.of(answered, bucket, limits),
                        notSent -> new Delivery.Unreachable(notSent.reason()),
                        noAnswer -> new Delivery.Unknown(noAnswer.reason())));
  }

  private Sighting sighting(String bucket, Exchange.Answered answered, String key) {
    limits.learn(bucket, answered.headers());
    if (answered.status() == 429) {
      limits.refused(bucket, answered);
    }
    if (answered.status() != 200 || !answered.body().isArray()) {
      return new Sighting.CannotTell(Deliveries.reason(answered));
    }
    String reference = reference(Nonce.of(key));
    return StreamSupport.stream(answered.body().spliterator(), false)
        .filter(message -> bears(message, reference))
        .findFirst()
        .<Sighting>map(message -> new Sighting.Seen(message.path("id").asText()))
        .orElseGet(Sighting.NotSeen::new);
  }

  private static boolean bears(JsonNode message, String reference) {
    if (message.path("content").asText().endsWith(reference)) {
      return true;
    }
    return StreamSupport.stream(message.path("embeds").spliterator(), false)
        .anyMatch(embed -> embed.path("footer").path("text").asText().endsWith(reference));
  }

  private DiscordMessage message(Post post, String nonce) {
    return renderer.render(post.content(), new ReaderTime(zone, clock.instant()), reference(nonce));
  }

  private static String reference(String nonce) {
    return "ref " + nonce;
  }

  private static String id(Channel channel) {
    return channel.fold(
        Channel.DiscordChannel::id, DiscordNotifier::notOurs, DiscordNotifier::notOurs);
  }

  private static String notOurs(Channel channel) {
    throw new IllegalArgumentException("Not a channel of Discord: " + channel);
  }
}
