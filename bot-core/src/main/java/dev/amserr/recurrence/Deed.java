package dev.amserr.recurrence;

import java.util.function.Function;
import java.util.function.Supplier;

/** What somebody does about a series. */
public sealed interface Deed {

  /** To know of it: what is going on now is no news any more. */
  static Deed acknowledge() {
    return new Acknowledge();
  }

  /** To say that it is over: should it come back, it is REGRESSED. */
  static Deed resolve() {
    return new Resolve();
  }

  /** Not to want to hear of it, or, with {@link Mute#off}, to want to again. */
  static Deed mute(Mute mute) {
    return new Silence(mute);
  }

  /** One function per case. */
  default <T> T fold(Supplier<T> acknowledge, Supplier<T> resolve, Function<Silence, T> silence) {
    if (this instanceof Acknowledge) {
      return acknowledge.get();
    }
    return this instanceof Resolve ? resolve.get() : silence.apply((Silence) this);
  }

  /** To know of it. */
  record Acknowledge() implements Deed {}

  /** To say that it is over. */
  record Resolve() implements Deed {}

  /** To mute it, or to end that. */
  record Silence(Mute mute) implements Deed {}
}
