package dev.amserr.oncall;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why somebody is on call. */
public sealed interface Reason {

  /** One function per case. */
  default <T> T fold(
      Function<Turn, T> turn, Function<Standin, T> standin, Function<Event, T> event) {
    if (this instanceof Turn t) {
      return turn.apply(t);
    }
    return this instanceof Standin s ? standin.apply(s) : event.apply((Event) this);
  }

  /** In a few words: "weekly rotation, turn 9". */
  default String text() {
    return fold(
        turn -> turn.rotation().phrase() + ", turn " + turn.number(),
        standin -> "cover " + standin.cover().id() + " for " + standin.replacedText(),
        event -> "calendar");
  }

  /**
   * It is their turn.
   *
   * @param rotation of the layer
   * @param number how many turns of the layer were served before; the first is turn 0
   * @param layer which layer of the level, from 1
   */
  record Turn(Rotation rotation, long number, int layer) implements Reason {}

  /**
   * They stand in.
   *
   * @param replaced who would be on call without the cover, and why; empty where it filled a gap
   */
  record Standin(Cover cover, List<Holder> replaced) implements Reason {

    public Standin {
      replaced = List.copyOf(replaced);
    }

    /** Names, or "the gap". */
    String replacedText() {
      return replaced.isEmpty()
          ? "the gap"
          : replaced.stream().map(h -> h.person().name()).collect(Collectors.joining(", "));
    }
  }

  /** The team's calendar says so. */
  record Event() implements Reason {}
}
