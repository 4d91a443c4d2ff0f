package dev.amserr.notify;

import dev.amserr.command.reply.Reply;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to be posted, or a change to one that was.
 *
 * @param key names it for good: of messages with one key, one is kept; as in {@link Post}, and best
 *     at most 25 characters, which is what Discord compares
 * @param topic what it belongs to, such as a run of a digest
 * @param destination the name of a destination
 * @param lane the lane of that destination's channel
 * @param expires until when a platform's failures are ridden out
 * @param edits the key of the message whose content it replaces; null for a message of its own
 */
public record OutboxMessage(
    String key,
    String topic,
    String destination,
    Lane lane,
    Reply content,
    Instant expires,
    @Nullable String edits) {

  public OutboxMessage {
    Objects.requireNonNull(lane, "lane");
    Objects.requireNonNull(expires, "expires");
    Objects.requireNonNull(content, "content");
    Post.requireKey(key);
    if (topic.isBlank() || destination.isBlank()) {
      throw new IllegalArgumentException("A message needs a topic and a destination: " + key);
    }
  }

  /** A message of its own. */
  public static OutboxMessage post(
      String key, String topic, Destination to, Reply content, Instant expires) {
    return new OutboxMessage(key, topic, to.name(), Lane.of(to.channel()), content, expires, null);
  }

  /** A change to a message of the same lane that was added before. */
  public static OutboxMessage edit(
      String key, OutboxMessage original, Reply content, Instant expires) {
    return new OutboxMessage(
        key, original.topic, original.destination, original.lane, content, expires, original.key);
  }

  /** The key of the message whose content it replaces. */
  public Optional<String> original() {
    return Optional.ofNullable(edits);
  }

  /** The same with another time until which failures are ridden out. */
  public OutboxMessage until(Instant later) {
    return new OutboxMessage(key, topic, destination, lane, content, later, edits);
  }

  /** The same with another content. */
  public OutboxMessage with(Reply other) {
    return new OutboxMessage(key, topic, destination, lane, other, expires, edits);
  }
}
