package dev.amserr.notify;

import dev.amserr.command.reply.Reply;
import java.util.Objects;

/**
 * One message to be posted.
 *
 * @param key names the message for good: posting the same key twice must not show it twice where
 *     the platform can prevent that; letters, digits, {@code - _ . :}, at most 200
 */
public record Post(String key, Reply content) {
  public Post {
    requireKey(key);
    Objects.requireNonNull(content, "content");
  }

  static void requireKey(String key) {
    if (!key.matches("[A-Za-z0-9][-_.:A-Za-z0-9]{0,199}")) {
      throw new IllegalArgumentException("Not a key of a post: " + key);
    }
  }
}
