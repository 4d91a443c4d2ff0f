package dev.amserr.digest;

/** How sure a spike must be to stand in a digest. */
public enum Sensitivity {
  /** Every spike. */
  NORMAL,
  /** Only spikes for which z = 5 and z = 6 held too. */
  LOW
}
