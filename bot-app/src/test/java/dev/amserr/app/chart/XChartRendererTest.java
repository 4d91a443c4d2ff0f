package dev.amserr.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.recurrence.Chart;
import dev.amserr.recurrence.ChartRenderer.Theme;
import dev.amserr.time.Interval;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class XChartRendererTest {

  private static final Instant START = Instant.parse("2026-06-09T13:00:00Z");

  /** Blue and orange of Okabe and Ito. */
  private static final int BLUE = 0xFF0072B2;

  private static final int ORANGE = 0xFFE69F00;

  private final XChartRenderer renderer = new XChartRenderer();

  private static Chart chart(int layers, int bars, boolean marked) {
    List<Chart.Layer> all = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      List<Long> counts = new ArrayList<>();
      for (int bar = 0; bar < bars; bar++) {
        counts.add(bar == bars / 2 ? 90L : (long) (10 + 3 * layer + bar % 7));
      }
      all.add(new Chart.Layer("networkErrHttpUrlNotFound " + layer + " · web-eu", counts));
    }
    Instant spike = START.plus(Duration.ofHours(bars / 2));
    return new Chart(
        "networkErrHttpUrlNotFound · web-eu",
        START,
        Duration.ofHours(1),
        all,
        marked ? List.of(new Interval(spike, spike.plus(Duration.ofHours(2)))) : List.of(),
        ZoneId.of("Europe/Berlin"));
  }

  @Test
  void a_chart_is_a_png_of_the_width_of_a_chat() throws IOException {
    BufferedImage image = read(renderer.draw(chart(1, 24, false), Theme.LIGHT));

    assertThat(image.getWidth()).isEqualTo(800);
    assertThat(image.getHeight()).isEqualTo(360);
    assertThat(share(image, BLUE)).isBetween(0.05, 0.5);
  }

  @Test
  void each_theme_has_its_ground() throws IOException {
    BufferedImage light = read(renderer.draw(chart(1, 24, false), Theme.LIGHT));
    BufferedImage dark = read(renderer.draw(chart(1, 24, false), Theme.DARK));

    assertThat(light.getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
    assertThat(dark.getRGB(2, 2)).isEqualTo(0xFF1E1F22);
  }

  @Test
  void layers_stand_on_each_other() throws IOException {
    BufferedImage one = read(renderer.draw(chart(1, 24, false), Theme.LIGHT));
    BufferedImage two = read(renderer.draw(chart(2, 24, false), Theme.LIGHT));

    assertThat(share(one, ORANGE)).isZero();
    assertThat(share(two, ORANGE)).isGreaterThan(0.03);
    assertThat(lowest(two, ORANGE)).isGreaterThan(0);
    assertThat(highest(two, ORANGE)).isLessThan(highest(two, BLUE));
  }

  @Test
  void a_spike_is_marked() throws IOException {
    byte[] plain = renderer.draw(chart(1, 24, false), Theme.LIGHT);
    byte[] marked = renderer.draw(chart(1, 24, true), Theme.LIGHT);

    assertThat(marked).isNotEqualTo(plain);
  }

  @Test
  void the_same_chart_gives_the_same_bytes() {
    Chart chart = chart(5, 168, true);

    assertThat(renderer.draw(chart, Theme.DARK)).isEqualTo(renderer.draw(chart, Theme.DARK));
  }

  @Test
  void names_that_are_equal_long_or_strange_are_drawn() throws IOException {
    List<Long> counts = List.of(0L, 0L);
    Chart strange =
        new Chart(
            "x".repeat(300),
            START,
            Duration.ofDays(1),
            List.of(
                new Chart.Layer("same", counts),
                new Chart.Layer("same", counts),
                new Chart.Layer("spike", counts),
                new Chart.Layer("\u0000\n🎬".repeat(100), counts)),
            List.of(new Interval(START, START.plusSeconds(1))),
            ZoneId.of("Pacific/Chatham"));

    assertThat(read(renderer.draw(strange, Theme.LIGHT)).getWidth()).isEqualTo(800);
  }

  @Test
  void a_machine_without_fonts_is_asked_once_and_goes_without_pictures() {
    AtomicInteger attempts = new AtomicInteger();
    XChartRenderer fontless =
        new XChartRenderer(
            (chart, theme) -> {
              attempts.incrementAndGet();
              throw new NoClassDefFoundError("Could not initialize class sun.font.SunFontManager");
            });

    boolean first = fontless.canDraw();
    boolean second = fontless.canDraw();

    assertThat(first).isFalse();
    assertThat(second).isFalse();
    assertThat(attempts).hasValue(1);
    assertThatThrownBy(() -> fontless.draw(chart(1, 2, false), Theme.LIGHT))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_internal_error_of_the_toolkit_is_no_end() {
    XChartRenderer fontless =
        new XChartRenderer(
            (chart, theme) -> {
              throw new InternalError("java.lang.reflect.InvocationTargetException");
            });

    assertThat(fontless.canDraw()).isFalse();
  }

  /** Writes the pictures for a look with one's own eyes: {@code -Dcharts.folder=DIR}. */
  @Test
  void pictures_can_be_looked_at() throws IOException {
    String folder = System.getProperty("charts.folder");
    byte[] week = renderer.draw(chart(5, 168, true), Theme.LIGHT);
    byte[] day = renderer.draw(chart(1, 24, true), Theme.DARK);

    if (folder != null) {
      Files.write(Path.of(folder, "week.png"), week);
      Files.write(Path.of(folder, "day.png"), day);
    }
    assertThat(week).isNotEqualTo(day);
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static double share(BufferedImage image, int color) {
    int found = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        found += image.getRGB(x, y) == color ? 1 : 0;
      }
    }
    return (double) found / image.getWidth() / image.getHeight();
  }

  private static int highest(BufferedImage image, int color) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) == color) {
          return y;
        }
      }
    }
    return -1;
  }

  private static int lowest(BufferedImage image, int color) {
    for (int y = image.getHeight() - 1; y >= 0; y--) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) == color) {
          return y;
        }
      }
    }
    return -1;
  }
}
