package dev.amserr.digest;

/** Placeholder replaced below. */
public final class DigestSnapshot {
  private DigestSnapshot() {}
}
