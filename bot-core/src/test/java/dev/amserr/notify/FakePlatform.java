package dev.amserr.notify;

import dev.amserr.command.reply.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;

/** A platform that keeps what it is given, answers as told, and knows every channel. */
public final class FakePlatform implements Notifier, MessageEditor, ChannelHistory {

  /** A request that reached the platform. */
  public record Call(Channel channel, String key, Reply content, Instant at) {}

  /** A message that people see. */
  public record Message(Channel channel, String key, Reply content, String id) {}

  private final Clock clock;
  private final List<Call> calls = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();
  private final Deque<Delivery> scripted = new ArrayDeque<>();
  private final Deque<Boolean> scriptedShown = new ArrayDeque<>();
  private BiFunction<Channel, Instant, Delivery> weather;
  private Sighting blindness = new Sighting.NotSeen();
  private int ids;

  public FakePlatform(Clock clock) {
    this.clock = clock;
    this.weather = (channel, at) -> new Delivery.Delivered(null);
  }

  /** The next call is answered so, and the message is not shown. */
  public FakePlatform then(Delivery delivery) {
    scripted.add(delivery);
    scriptedShown.add(false);
    return this;
  }

  /** The next call is answered so, although the message is shown. */
  public FakePlatform thenShownBut(Delivery delivery) {
    scripted.add(delivery);
    scriptedShown.add(true);
    return this;
  }

  /** What calls are answered when nothing is scripted; {@code Delivered} shows the message. */
  public FakePlatform weather(BiFunction<Channel, Instant, Delivery> answers) {
    weather = answers;
    return this;
  }

  /** Looking back finds nothing out. */
  public void historyUnreadable(String reason) {
    blindness = new Sighting.CannotTell(reason);
  }

  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  public synchronized List<Message> messages() {
    return List.copyOf(messages);
  }

  /** The keys of the messages that people see in a channel, in order. */
  public synchronized List<String> shown(Channel channel) {
    return messages.stream().filter(m -> m.channel().equals(channel)).map(Message::key).toList();
  }

  @Override
  public boolean serves(Channel channel) {
    return true;
  }

  @Override
  public synchronized Delivery post(Channel channel, Post post) {
    calls.add(new Call(channel, post.key(), post.content(), clock.instant()));
    if (!scripted.isEmpty()) {
      Delivery delivery = scripted.remove();
      if (scriptedShown.remove()) {
        show(channel, post);
      }
      return delivery;
    }
    Delivery delivery = weather.apply(channel, clock.instant());
    return delivery instanceof Delivery.Delivered ? show(channel, post) : delivery;
  }

  private Delivery show(Channel channel, Post post) {
    boolean discord = channel.fold(d -> true, s -> false, w -> false);
    for (Message message : messages) {
      if (discord && message.key().equals(post.key()) && isRecent(post.key())) {
        return new Delivery.Delivered(message.id());
      }
    }
    String id = "m" + ++ids;
    messages.add(new Message(channel, post.key(), post.content(), id));
    return new Delivery.Delivered(channel.<String>fold(d -> id, s -> id, w -> null));
  }

  /** A nonce is remembered for some minutes after the first post. */
  private boolean isRecent(String key) {
    Instant first = calls.stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow().at();
    return Duration.between(first, clock.instant()).compareTo(Duration.ofMinutes(3)) < 0;
  }

  @Override
  public synchronized Delivery edit(Channel channel, String messageId, Post post) {
    calls.add(new Call(channel, post.key(), post.content(), clock.instant()));
    if (!scripted.isEmpty()) {
      scriptedShown.remove();
      return scripted.remove();
    }
    messages.replaceAll(
        m ->
            m.id().equals(messageId)
                ? new Message(channel, m.key(), post.content(), messageId)
                : m);
    return new Delivery.Delivered(messageId);
  }

  @Override
  public synchronized Sighting find(Channel channel, String key) {
    if (blindness instanceof Sighting.CannotTell) {
      return blindness;
    }
    return messages.stream()
        .filter(m -> m.channel().equals(channel) && m.key().equals(key))
        .findFirst()
        .<Sighting>map(m -> new Sighting.Seen(m.id()))
        .orElseGet(Sighting.NotSeen::new);
  }
}
