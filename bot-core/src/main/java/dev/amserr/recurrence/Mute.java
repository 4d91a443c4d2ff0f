package dev.amserr.recurrence;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** For how long nobody wants to hear of a series. */
public sealed interface Mute {

  /** Not muted. */
  static Mute off() {
    return new Off();
  }

  /** Muted until then. */
  static Mute until(Instant at) {
    return new Until(at);
  }

  /** Muted until more than so many occur within 60 minutes. */
  static Mute untilAbove(long count) {
    return new UntilAbove(count);
  }

  /** One function per case. */
  default <T> T fold(Supplier<T> off, Function<Until, T> until, Function<UntilAbove, T> above) {
    if (this instanceof Off) {
      return off.get();
    }
    return this instanceof Until u ? until.apply(u) : above.apply((UntilAbove) this);
  }

  /**
   * Whether it still holds.
   *
   * @param c60 the series' count of the last 60 minutes
   */
  default boolean holds(Instant now, long c60) {
    return fold(() -> false, until -> now.isBefore(until.at()), above -> c60 <= above.count());
  }

  /** Not muted. */
  record Off() implements Mute {}

  /** Muted until then. */
  record Until(Instant at) implements Mute {}

  /** Muted until more than {@code count} occur within 60 minutes. */
  record UntilAbove(long count) implements Mute {}
}
