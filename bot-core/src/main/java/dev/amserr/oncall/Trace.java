package dev.amserr.oncall;

/** Follows how a level is worked out; the computation is the same whoever follows it. */
interface Trace {

  /** Follows nothing. */
  Trace NONE = new Trace() {};

  /** All layers, or the calendar, have contributed. */
  default void contributed(Lineup lineup) {}

  /**
   * A cover that is in force then was applied.
   *
   * @param changed whether it applied to anybody
   */
  default void covered(Cover cover, boolean changed, Lineup lineup) {}

  /** Whom a lower level shows was taken out of a segment. */
  default void yielded(Segment segment) {}
}
