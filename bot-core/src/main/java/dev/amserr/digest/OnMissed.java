package dev.amserr.digest;

/** What becomes of runs whose time passed while nobody was there to post them. */
public enum OnMissed {
  /** One digest covers them all and says so. */
  COMBINE,
  /** Only the latest is posted; the others are passed over. */
  LATEST,
  /** None is posted; the next run on time is the next digest. */
  SKIP
}
