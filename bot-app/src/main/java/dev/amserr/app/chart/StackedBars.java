package dev.amserr.app.chart;

import dev.amserr.recurrence.Chart;
import dev.amserr.time.Interval;
import java.awt.Color;
import java.awt.Font;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Counts as bars without gaps, layer upon layer, in a size that chats show unscaled. */
final class StackedBars {

  static final int WIDTH = 800;
  static final int HEIGHT = 360;
  static final int HEIGHT_OF_A_NAME = 26;

  /** As wide as it must be to be seen beside a name. */
  private static final float LINE = 3f;

  private static final String FONT = Font.SANS_SERIF;
  private static final int LONGEST_NAME = 44;
  private static final Duration ONE_DAY = Duration.ofHours(36);
  private static final Duration A_WEEK = Duration.ofDays(10);

  private final Chart chart;
  private final Palette palette;
  private final int bars;

  StackedBars(Chart chart, Palette palette) {
    this.chart = chart;
    this.palette = palette;
    this.bars = chart.layers().get(0).counts().size();
  }

  XYChart draw() {
    XYChart drawn =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT + HEIGHT_OF_A_NAME * namesShown())
            .title(cut(chart.title()))
            .build();
    style(drawn.getStyler());
    List<double[]> tops = tops();
    double highest = Arrays.stream(tops.get(tops.size() - 1)).max().orElse(0);
    double ceiling = Math.max(1, highest * 1.05);
    drawn.getStyler().setYAxisMin(0.0);
    drawn.getStyler().setYAxisMax(ceiling);
    if (!chart.marked().isEmpty()) {
      add(drawn, "spike", marks(ceiling), palette.mark());
    }
    // The highest first, so that each one covers what it stands on.
    for (int layer = tops.size() - 1; layer >= 0; layer--) {
      add(drawn, name(layer), tops.get(layer), palette.layer(layer));
    }
    return drawn;
  }

  /** How many names stand below the bars; the only one is in the title already. */
  private int namesShown() {
    int marks = chart.marked().isEmpty() ? 0 : 1;
    int layers = chart.layers().size();
    return layers + marks > 1 ? layers + marks : 0;
  }

  /** For each layer the sums of it and of those below. */
  private List<double[]> tops() {
    List<double[]> tops = new ArrayList<>();
    double[] sums = new double[bars];
    for (Chart.Layer layer : chart.layers()) {
      for (int bar = 0; bar < bars; bar++) {
        sums[bar] += layer.counts().get(bar);
      }
      tops.add(sums.clone());
    }
    return tops;
  }

  private double[] marks(double height) {
    double[] marks = new double[bars];
    for (int bar = 0; bar < bars; bar++) {
      Interval stretch = new Interval(start(bar), start(bar + 1));
      marks[bar] = chart.marked().stream().anyMatch(stretch::overlaps) ? height : 0;
    }
    return marks;
  }

  private Instant start(int bar) {
    return chart.start().plus(chart.step().multipliedBy(bar));
  }

  /** A bar is drawn by its two upper corners. */
  private void add(XYChart drawn, String name, double[] heights, Color color) {
    List<Date> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int bar = 0; bar < bars; bar++) {
      x.add(Date.from(start(bar)));
      y.add(heights[bar]);
      x.add(Date.from(start(bar + 1)));
      y.add(heights[bar]);
    }
    XYSeries series = drawn.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Area);
    series.setMarker(SeriesMarkers.NONE);
    series.setFillColor(color);
    series.setLineColor(color);
    series.setLineWidth(LINE);
  }

  /** Names must differ, or XChart refuses the second. */
  private String name(int layer) {
    String name = cut(chart.layers().get(layer).name());
    boolean taken =
        name.equals("spike")
            || chart.layers().stream().filter(other -> cut(other.name()).equals(name)).count() > 1;
    return taken ? name + " (" + (layer + 1) + ")" : name;
  }

  private static String cut(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_NAME
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }

  private void style(XYStyler styler) {
    styler.setLocale(Locale.ENGLISH);
    styler.setTimezone(TimeZone.getTimeZone(chart.zone()));
    styler.setDatePattern(datePattern());
    styler.setChartTitleFont(new Font(FONT, Font.BOLD, 18));
    styler.setAxisTickLabelsFont(new Font(FONT, Font.PLAIN, 15));
    styler.setLegendFont(new Font(FONT, Font.PLAIN, 15));
    styler.setBaseFont(new Font(FONT, Font.PLAIN, 15));
    styler.setChartBackgroundColor(palette.background());
    styler.setPlotBackgroundColor(palette.background());
    styler.setLegendBackgroundColor(palette.background());
    styler.setChartFontColor(palette.text());
    styler.setXAxisTickLabelsColor(palette.text());
    styler.setYAxisTickLabelsColor(palette.text());
    styler.setAxisTickMarksColor(palette.text());
    styler.setPlotGridLinesColor(palette.grid());
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setPlotBorderVisible(false);
    styler.setLegendBorderColor(palette.background());
    styler.setLegendPosition(Styler.LegendPosition.OutsideS);
    styler.setLegendLayout(Styler.LegendLayout.Vertical);
    styler.setLegendVisible(namesShown() > 0);
    styler.setPlotContentSize(1.0);
    styler.setPlotMargin(0);
    styler.setXAxisTickMarkSpacingHint(110);
    styler.setYAxisDecimalPattern("#,##0");
    styler.setAntiAlias(true);
  }

  private String datePattern() {
    Duration length = chart.step().multipliedBy(bars);
    if (length.compareTo(ONE_DAY) <= 0) {
      return "HH:mm";
    }
    return length.compareTo(A_WEEK) <= 0 ? "EEE HH:mm" : "d MMM";
  }
}
