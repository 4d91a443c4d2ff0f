package dev.amserr.recurrence;

import java.time.Instant;
import java.util.function.Function;

/** One step of a series' states. */
public sealed interface StateChange {

  long series();

  /** One function per case. */
  default <T> T fold(
      Function<Opened, T> opened, Function<Renewed, T> renewed, Function<Closed, T> closed) {
    if (this instanceof Opened o) {
      return opened.apply(o);
    }
    return this instanceof Renewed r ? renewed.apply(r) : closed.apply((Closed) this);
  }

  /** The series is in a state that it was not in; stands in its history. */
  record Opened(long series, SeriesState state) implements StateChange {}

  /** The series is still in the state, of which something changed; not in its history. */
  record Renewed(long series, SeriesState state) implements StateChange {}

  /** The series is no longer in the state; stands in its history. */
  record Closed(long series, SeriesState state, Instant at) implements StateChange {}
}
