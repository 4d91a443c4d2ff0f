package dev.amserr.recurrence;

import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a picture of counts shows: bars side by side in time, stacked where there are several
 * layers.
 *
 * @param title short, without the window, which the axis shows
 * @param start when the first bar begins
 * @param step how long each bar is
 * @param layers each with the same number of bars, the lowest first
 * @param marked stretches to stand out, such as spikes
 * @param zone of the axis
 */
public record Chart(
    String title,
    Instant start,
    Duration step,
    List<Layer> layers,
    List<Interval> marked,
    ZoneId zone) {

  public Chart {
    layers = List.copyOf(layers);
    marked = List.copyOf(marked);
    if (layers.isEmpty() || step.isZero() || step.isNegative()) {
      throw new IllegalArgumentException("a chart needs a layer and a step");
    }
    int bars = layers.get(0).counts().size();
    if (bars == 0 || layers.stream().anyMatch(layer -> layer.counts().size() != bars)) {
      throw new IllegalArgumentException("the layers of a chart have the same number of bars");
    }
  }

  /** The counts of one series, or of all others together. */
  public record Layer(String name, List<Long> counts) {
    public Layer {
      counts = List.copyOf(counts);
    }
  }
}
