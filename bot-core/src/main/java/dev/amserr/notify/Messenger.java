package dev.amserr.notify;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one platform can do.
 *
 * @param editor null where messages can't be changed
 * @param history null where nobody can look back
 */
public record Messenger(
    Notifier notifier, @Nullable MessageEditor editor, @Nullable ChannelHistory history) {

  public Messenger {
    Objects.requireNonNull(notifier, "notifier");
  }

  /** A platform that can only post. */
  public static Messenger of(Notifier notifier) {
    return new Messenger(notifier, null, null);
  }

  /** A platform that can do everything. */
  public static <T extends Notifier & MessageEditor & ChannelHistory> Messenger ofAll(T platform) {
    return new Messenger(platform, platform, platform);
  }

  /** Changes posted messages, where the platform can. */
  public Optional<MessageEditor> edits() {
    return Optional.ofNullable(editor);
  }

  /** Looks back into a channel, where the platform can. */
  public Optional<ChannelHistory> looksBack() {
    return Optional.ofNullable(history);
  }
}
