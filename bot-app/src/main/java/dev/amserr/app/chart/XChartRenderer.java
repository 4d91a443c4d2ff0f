package dev.amserr.app.chart;

import dev.amserr.recurrence.Chart;
import dev.amserr.recurrence.ChartRenderer;
import java.awt.AWTError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BitmapEncoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws charts with XChart, without a display. A machine without fonts can't: that is found out
 * once, said once in the log, and from then on replies go without pictures.
 */
public final class XChartRenderer implements ChartRenderer {

  private static final Logger LOG = LoggerFactory.getLogger(XChartRenderer.class);
  private static final String HEADLESS = "java.awt.headless";

  private final Painter painter;
  private @Nullable Boolean works;

  public XChartRenderer() {
    this(XChartRenderer::paint);
    if (System.getProperty(HEADLESS) == null) {
      System.setProperty(HEADLESS, "true");
    }
  }

  private static byte[] paint(Chart chart, Theme theme) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    BufferedImage image =
        BitmapEncoder.getBufferedImage(new StackedBars(chart, Palette.of(theme)).draw());
    if (!ImageIO.write(image, "png", png)) {
      throw new IOException("this Java writes no PNG");
    }
    return png.toByteArray();
  }

  XChartRenderer(Painter painter) {
    this.painter = painter;
  }

  /** Draws, or fails in any way that a machine without fonts may. */
  @FunctionalInterface
  interface Painter {
    byte[] paint(Chart chart, Theme theme) throws IOException;
  }

  /** Draws a first chart when it is asked first: that takes a third of a second. */
  @Override
  public synchronized boolean canDraw() {
    if (works == null) {
      works = tryToDraw();
    }
    return works;
  }

  private boolean tryToDraw() {
    Chart smallest =
        new Chart(
            "amserr",
            Instant.EPOCH,
            Duration.ofHours(1),
            List.of(new Chart.Layer("errors", List.of(1L))),
            List.of(),
            ZoneOffset.UTC);
    try {
      painter.paint(smallest, Theme.LIGHT);
      return true;
    } catch (VirtualMachineError fatal) {
      if (fatal instanceof InternalError) {
        return cannot(fatal);
      }
      throw fatal;
    } catch (IOException | RuntimeException | LinkageError | AWTError e) {
      return cannot(e);
    }
  }

  private static boolean cannot(Throwable why) {
    LOG.warn(
        "Charts cannot be drawn here, so replies go without pictures. Install fontconfig and a"
            + " font, such as Debian's fonts-dejavu-core ({})",
        why.toString());
    return false;
  }

  @Override
  public byte[] draw(Chart chart, Theme theme) {
    if (!canDraw()) {
      throw new IllegalStateException("charts cannot be drawn here");
    }
    try {
      return painter.paint(chart, theme);
    } catch (IOException e) {
      throw new IllegalStateException("a picture in memory could not be written", e);
    }
  }
}
