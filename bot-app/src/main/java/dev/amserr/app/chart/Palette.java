package dev.amserr.app.chart;

import dev.amserr.recurrence.ChartRenderer.Theme;
import java.awt.Color;
import java.util.List;

/**
 * The colours of a theme. Those of layers are told apart by the colour-blind: the palette of Okabe
 * and Ito, "Color Universal Design" (2008), without its black and yellow.
 *
 * @param layers from the lowest; they begin again after the last
 * @param mark behind what stands out
 */
record Palette(Color background, Color text, Color grid, Color mark, List<Color> layers) {

  private static final Color BLUE = new Color(0x0072B2);
  private static final Color ORANGE = new Color(0xE69F00);
  private static final Color GREEN = new Color(0x009E73);
  private static final Color PURPLE = new Color(0xCC79A7);
  private static final Color SKY = new Color(0x56B4E9);
  private static final Color VERMILION = new Color(0xD5, 0x5E, 0x00, 0x50);

  private static final Palette LIGHT =
      new Palette(
          Color.WHITE,
          new Color(0x1D1C1D),
          new Color(0xE0E0E0),
          VERMILION,
          List.of(BLUE, ORANGE, GREEN, PURPLE, SKY));

  /** Blue is too dark on a dark ground, so sky comes first. */
  private static final Palette DARK =
      new Palette(
          new Color(0x1E1F22),
          new Color(0xE3E5E8),
          new Color(0x3A3C41),
          VERMILION,
          List.of(SKY, ORANGE, GREEN, PURPLE, BLUE));

  Palette {
    layers = List.copyOf(layers);
  }

  static Palette of(Theme theme) {
    return switch (theme) {
      case LIGHT -> LIGHT;
      case DARK -> DARK;
    };
  }

  Color layer(int index) {
    return layers.get(index % layers.size());
  }
}
