package dev.amserr.errorcode;

/** A reading of a number, before all of them are ranked. */
record Candidate(Order order, Reading reading) {

  /** Whether it is a team's own code that merely comes with the number; that wins over nothing. */
  boolean isTeamsByTheWay() {
    return reading.system().isTeams() && reading.match() == Match.DERIVED;
  }

  /** What comes before what, whatever the ranks of the systems. */
  enum Order {
    /** The number is documented. */
    DOCUMENTED,
    /** Its system documents a part of its bits. */
    EXPLAINED,
    /** Only its bits are known. */
    BITS,
    /** Another number inside it is documented. */
    WRAPPED
  }
}
