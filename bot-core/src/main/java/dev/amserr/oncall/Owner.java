package dev.amserr.oncall;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which team owns a code, and why. */
public sealed interface Owner {

  /** One function per case. */
  default <T> T fold(
      Function<ByPattern, T> pattern,
      Function<ByHint, T> hint,
      Function<ByDefault, T> byDefault,
      Supplier<T> nobody) {
    if (this instanceof ByPattern p) {
      return pattern.apply(p);
    }
    if (this instanceof ByHint h) {
      return hint.apply(h);
    }
    return this instanceof ByDefault d ? byDefault.apply(d) : nobody.get();
  }

  /** The owning team, if there is one. */
  default Optional<Team> team() {
    return fold(
        p -> Optional.of(p.owner()),
        h -> Optional.of(h.owner()),
        d -> Optional.of(d.owner()),
        Optional::empty);
  }

  /** Why, in words. */
  default String why() {
    return fold(
        p -> "owns \"" + p.pattern().text() + "\"",
        h -> "the catalog names it",
        d -> "the default team owns what nobody else owns",
        () -> "no team owns this code, and there is no default team");
  }

  /** The team has the strongest pattern that matches. */
  record ByPattern(Team owner, OwnershipPattern pattern) implements Owner {}

  /** No pattern matches, but the catalog names the team. */
  record ByHint(Team owner) implements Owner {}

  /** No pattern matches, and the catalog names no team that exists. */
  record ByDefault(Team owner) implements Owner {}

  /** No team owns it. */
  record Nobody() implements Owner {}
}
