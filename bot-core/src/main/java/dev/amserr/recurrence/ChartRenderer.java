package dev.amserr.recurrence;

/** Draws charts. Thread-safe. */
public interface ChartRenderer {

  /** What it is drawn on. */
  enum Theme {
    LIGHT,
    DARK
  }

  /** Whether this machine can draw at all: without fonts it can't. */
  boolean canDraw();

  /**
   * The picture as PNG, readable at the width of a chat and by the colour-blind.
   *
   * @throws IllegalStateException if {@link #canDraw} is false
   */
  byte[] draw(Chart chart, Theme theme);
}
