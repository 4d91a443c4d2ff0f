package dev.amserr.notify;

import java.util.Objects;

/**
 * Where posts go, by the name the configuration gives it.
 *
 * @param name what people call it; unique, shown in answers and metrics
 */
public record Destination(String name, Channel channel) {
  public Destination {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A destination needs a name");
    }
    Objects.requireNonNull(channel, "channel");
  }
}
