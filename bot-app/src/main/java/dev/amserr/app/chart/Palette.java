package dev.amserr.app.chart;

import dev.amserr.recurrence.ChartRenderer.Theme;
import java.awt.Color;
import java.util.List;

/**
 * Colours that people tell apart however they see colours: those of Okabe and Ito, "Color Universal
 * Design", 2008.
 */
record Palette(Color paper, Color ink, Color grid, Color mark, List<Color> layers) {

  private static final Color VERMILLION = new Color(0xD55E00);
  private static final List<Color> LAYERS =
      List.of(
          new Color(0x0072B2),
          new Color(0x56B4E9),
          new Color(0x009E73),
          new Color(0xE69F00),
          new Color(0xCC79A7),
          new Color(0x999999));

  private static final Palette LIGHT =
      new Palette(Color.WHITE, new Color(0x1F2328), new Color(0xD8DEE4), VERMILLION, LAYERS);
  private static final Palette DARK =
      new Palette(
          new Color(0x1E1F22), new Color(0xE6E6E6), new Color(0x3F4147), VERMILLION, LAYERS);

  static Palette of(Theme theme) {
    return theme == Theme.DARK ? DARK : LIGHT;
  }

  Color layer(int index) {
    return layers.get(Math.min(index, layers.size() - 1));
  }
}
