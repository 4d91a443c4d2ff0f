package dev.amserr.command.reply;

import java.util.Map;
import java.util.Optional;

/**
 * Somebody who is named. Naming does not notify; {@link Reply#pings()} does.
 *
 * @param name how people call them; shown where the platform has no id for them
 * @param ids their id by platform, such as {@code slack} → {@code U0000001}
 */
public record Mention(String name, Map<String, String> ids) {

  public Mention {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A mention needs a name");
    }
    ids = Map.copyOf(ids);
  }

  /** Somebody without an account on any platform. */
  public static Mention named(String name) {
    return new Mention(name, Map.of());
  }

  /** Their id on a platform. */
  public Optional<String> idOn(String platform) {
    return Optional.ofNullable(ids.get(platform));
  }
}
