package dev.amserr.recurrence;

/** Watches for one kind of state. */
interface Watch {

  /** Looks at a minute and sets the states that follow from it. */
  void look(Look look, OpenStates states);
}
