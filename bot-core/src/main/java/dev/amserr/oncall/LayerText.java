package dev.amserr.oncall;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;

/** Writes layers as they stand in a roster, to paste. */
public final class LayerText {

  private LayerText() {}

  /** The list under {@code layers:}, not indented. */
  public static String of(List<Layer> layers) {
    return layers.stream().map(LayerText::of).collect(Collectors.joining());
  }

  private static String of(Layer layer) {
    StringBuilder text = new StringBuilder();
    text.append("- rotation: ").append(layer.rotation().text()).append('\n');
    text.append("  start: ").append(layer.start()).append('\n');
    text.append("  zone: ").append(layer.zone()).append('\n');
    text.append("  people: [").append(String.join(", ", layer.people())).append("]\n");
    Hours hours = layer.hours();
    if (hours != null) {
      text.append("  hours: {days: [")
          .append(hours.daysText())
          .append("], from: \"")
          .append(hours.from())
          .append("\", to: \"")
          .append(hours.to().equals(LocalTime.MIDNIGHT) ? "24:00" : hours.to().toString())
          .append("\"}\n");
    }
    if (layer.from() != null) {
      text.append("  from: ").append(layer.from()).append('\n');
    }
    if (layer.until() != null) {
      text.append("  until: ").append(layer.until()).append('\n');
    }
    return text.toString();
  }
}
