package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.util.function.Function;

/** What one layer or one calendar event says about a level, before any cover. */
sealed interface Contribution {

  default <T> T fold(Function<Known, T> known, Function<Unknown, T> unknown) {
    return this instanceof Known k ? known.apply(k) : unknown.apply((Unknown) this);
  }

  Interval time();

  /** Where it stands among those of the same time; lower first. */
  int order();

  /** Somebody of the roster. */
  record Known(Interval time, int order, Holder holder) implements Contribution {}

  /** A name that stands for nobody in the roster. */
  record Unknown(Interval time, int order, String name) implements Contribution {}
}
