package dev.amserr.app.chart;

import dev.amserr.recurrence.Chart;
import dev.amserr.recurrence.ChartRenderer;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws charts with XChart, for the width of a chat. */
public final class PngCharts implements ChartRenderer {

  private static final Logger LOG = LoggerFactory.getLogger(PngCharts.class);

  private static final int WIDTH = 800;
  private static final int HEIGHT = 360;

  /** More bars are thinner than a reader can tell apart; neighbours are added up. */
  private static final int MOST_BARS = 120;

  private static final int LABELS = 8;
  private static final DateTimeFormatter DAY_AND_HOUR =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private final AtomicBoolean broken = new AtomicBoolean();

  @Override
  public boolean canDraw() {
    return !broken.get();
  }

  @Override
  public byte[] draw(Chart chart, Theme theme) {
    if (broken.get()) {
      throw new IllegalStateException("This machine can't draw");
    }
    try {
      return png(chart, Palette.of(theme));
    } catch (LinkageError | InternalError e) {
      // A slim image without libfreetype, fontconfig or a font.
      if (broken.compareAndSet(false, true)) {
        LOG.warn(
            "Charts can't be drawn here, so posts go out without them. Install fontconfig and a"
                + " font such as fonts-dejavu-core.",
            e);
      }
      throw new IllegalStateException("This machine can't draw", e);
    }
  }

  private static byte[] png(Chart chart, Palette palette) {
    CategoryChart picture = new CategoryChart(WIDTH, HEIGHT);
    int together = (bars(chart) + MOST_BARS - 1) / MOST_BARS;
    Duration step = chart.step().multipliedBy(together);
    picture.setTitle(chart.title());
    style(picture.getStyler(), palette, chart.layers().size() > 1 || !chart.marked().isEmpty());
    List<String> times = times(chart, step, together);
    long[] tops = new long[times.size()];
    for (int i = 0; i < chart.layers().size(); i++) {
      List<Long> counts = added(chart.layers().get(i).counts(), together);
      CategorySeries series = picture.addSeries(name(chart, i), times, counts);
      series.setFillColor(palette.layer(i));
      IntStream.range(0, tops.length).forEach(bar -> tops[bar] += counts.get(bar));
    }
    mark(picture, chart, step, times, tops, palette);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ChartEncoder.saveChart(picture, png, "png");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  private static int bars(Chart chart) {
    return chart.layers().get(0).counts().size();
  }

  /** Names must differ, and two codes of one name may stand in one chart. */
  private static String name(Chart chart, int layer) {
    String name = chart.layers().get(layer).name();
    boolean taken = chart.layers().subList(0, layer).stream().anyMatch(l -> l.name().equals(name));
    return taken ? name + " (" + (layer + 1) + ")" : name;
  }

  private static List<Long> added(List<Long> counts, int together) {
    List<Long> sums = new ArrayList<>();
    for (int from = 0; from < counts.size(); from += together) {
      List<Long> part = counts.subList(from, Math.min(counts.size(), from + together));
      sums.add(part.stream().mapToLong(Long::longValue).sum());
    }
    return sums;
  }

  /** Where the clocks go back an hour has its name twice, so names carry their offset then. */
  private static List<String> times(Chart chart, Duration step, int together) {
    List<String> times = new ArrayList<>();
    int bars = (bars(chart) + together - 1) / together;
    for (int bar = 0; bar < bars; bar++) {
      Instant at = chart.start().plus(step.multipliedBy(bar));
      String time = DAY_AND_HOUR.format(at.atZone(chart.zone()));
      times.add(times.contains(time) ? time + " " + at.atZone(chart.zone()).getOffset() : time);
    }
    return times;
  }

  /** A triangle above each bar within a marked stretch. */
  private static void mark(
      CategoryChart picture,
      Chart chart,
      Duration step,
      List<String> times,
      long[] tops,
      Palette palette) {
    Double[] marks = new Double[times.size()];
    Arrays.setAll(
        marks,
        bar -> {
          Instant from = chart.start().plus(step.multipliedBy(bar));
          Instant until = from.plus(step);
          boolean marked =
              chart.marked().stream()
                  .anyMatch(m -> m.from().isBefore(until) && m.until().isAfter(from));
          return marked ? Double.valueOf((double) tops[bar]) : Double.valueOf(Double.NaN);
        });
    if (Arrays.stream(marks).anyMatch(mark -> !mark.isNaN())) {
      CategorySeries spikes = picture.addSeries("spike", times, Arrays.asList(marks));
      spikes.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
      spikes.setMarker(SeriesMarkers.TRIANGLE_DOWN);
      spikes.setMarkerColor(palette.mark());
    }
  }

  private static void style(CategoryStyler styler, Palette palette, boolean legend) {
    Font small = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    styler.setStacked(true);
    styler.setAvailableSpaceFill(0.9);
    styler.setXAxisMaxLabelCount(LABELS);
    styler.setAxisTickLabelsFont(small);
    styler.setAxisTickLabelsColor(palette.ink());
    styler.setAxisTickMarksColor(palette.grid());
    styler.setYAxisMin(0.0);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setPlotGridLinesColor(palette.grid());
    styler.setYAxisDecimalPattern("#,###");
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
    styler.setChartFontColor(palette.ink());
    styler.setChartBackgroundColor(palette.paper());
    styler.setPlotBackgroundColor(palette.paper());
    styler.setPlotBorderVisible(false);
    styler.setLegendVisible(legend);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendBackgroundColor(palette.paper());
    styler.setLegendBorderColor(palette.paper());
    styler.setLegendFont(small);
    styler.setAntiAlias(true);
    styler.setLocale(Locale.ENGLISH);
  }
}
