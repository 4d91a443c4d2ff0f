package dev.amserr.digest;

/** How sure a spike must be to stand in a digest. */
public enum Sensitivity {
  /** Every spike. */
  NORMAL,
  /** Only spikes that hold at z = 5 (one hour) and z = 6 (five minutes) too. */
  LOW
}
