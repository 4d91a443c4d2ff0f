package dev.amserr.app.http;

import java.util.function.Function;
import java.util.function.Supplier;

/** How a part of the bot is. */
public sealed interface Health {

  /** It works. */
  record Up() implements Health {}

  /**
   * It works in part, and the bot can do without the rest.
   *
   * @param why a sentence fit for a user
   */
  record Degraded(String why) implements Health {}

  /**
   * It does not work, so the bot should be sent nothing that needs it.
   *
   * @param why a sentence fit for a user
   */
  record Down(String why) implements Health {}

  /** One function per case. */
  default <T> T fold(Supplier<T> up, Function<Degraded, T> degraded, Function<Down, T> down) {
    if (this instanceof Up) {
      return up.get();
    }
    if (this instanceof Degraded d) {
      return degraded.apply(d);
    }
    return down.apply((Down) this);
  }

  /**
   * Looks at a part of the bot.
   *
   * @param name of the part, such as {@code store}
   * @param look answers within seconds
   */
  record Check(String name, Supplier<Health> look) {}
}
