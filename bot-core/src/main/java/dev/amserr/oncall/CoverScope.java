package dev.amserr.oncall;

import java.util.function.Function;
import java.util.function.Supplier;

/** Whom a cover replaces. */
public sealed interface CoverScope {

  /** One function per case. */
  default <T> T fold(Function<Standing, T> standing, Supplier<T> slot) {
    return this instanceof Standing s ? standing.apply(s) : slot.get();
  }

  /** A cover of one person's shifts. */
  static CoverScope of(String person) {
    return new Standing(person);
  }

  /** A cover of the slot. */
  static CoverScope slot() {
    return new Slot();
  }

  /**
   * Whenever that person holds the level, by shift or by an earlier cover.
   *
   * @param person an id
   */
  record Standing(String person) implements CoverScope {}

  /** Whoever holds the level, and nobody too: the cover fills gaps. */
  record Slot() implements CoverScope {}
}
