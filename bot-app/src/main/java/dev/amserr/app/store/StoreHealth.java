package dev.amserr.app.store;

import java.util.function.Function;

/** Whether the store answers. */
public sealed interface StoreHealth {

  /** One function per case. */
  default <T> T fold(Function<Up, T> up, Function<Down, T> down) {
    if (this instanceof Up u) {
      return up.apply(u);
    }
    return down.apply((Down) this);
  }

  /** It answers. */
  record Up() implements StoreHealth {}

  /**
   * It does not.
   *
   * @param why a sentence fit for a user
   */
  record Down(String why) implements StoreHealth {}
}
