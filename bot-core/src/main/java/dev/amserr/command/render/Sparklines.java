package dev.amserr.command.render;

import dev.amserr.command.reply.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sparklines as characters. */
public final class Sparklines {

  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final char GAP = '·';

  private Sparklines() {}

  /**
   * One character a value, from 0 to the highest value: the lowest bar is 0 and nothing else, a dot
   * is a value that was not measured.
   */
  public static String bars(Part.Sparkline sparkline) {
    double highest = highest(sparkline);
    StringBuilder bars = new StringBuilder();
    for (double value : sparkline.values()) {
      bars.append(Double.isNaN(value) ? GAP : BARS.charAt(level(value, highest)));
    }
    return bars.toString();
  }

  /** The caption with the scale: {@code errors a day, highest 12}. */
  public static String caption(Part.Sparkline sparkline) {
    boolean measured = sparkline.values().stream().anyMatch(v -> !v.isNaN());
    return sparkline.caption()
        + (measured ? ", highest " + number(highest(sparkline)) : ", nothing measured");
  }

  private static int level(double value, double highest) {
    return value == 0 ? 0 : Math.max(1, (int) Math.ceil(value / highest * (BARS.length() - 1)));
  }

  private static double highest(Part.Sparkline sparkline) {
    return sparkline.values().stream().filter(v -> !v.isNaN()).reduce(0.0, Math::max);
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
