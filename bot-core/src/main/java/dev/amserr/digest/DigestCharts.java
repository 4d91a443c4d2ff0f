package dev.amserr.digest;

import java.time.ZoneId;

/** Draws the chart of a digest. */
public interface DigestCharts {

  /** Whether this machine can draw: it may lack fonts. */
  boolean canDraw();

  /** The chart as PNG, with times of that zone. */
  byte[] png(DigestSnapshot.Chart chart, ZoneId zone);

  /** No charts. */
  static DigestCharts none() {
    return new DigestCharts() {
      @Override
      public boolean canDraw() {
        return false;
      }

      @Override
      public byte[] png(DigestSnapshot.Chart chart, ZoneId zone) {
        throw new IllegalStateException("Nothing can be drawn here");
      }
    };
  }
}
