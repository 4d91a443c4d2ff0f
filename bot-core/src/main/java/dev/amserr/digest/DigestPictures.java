package dev.amserr.digest;

import dev.amserr.recurrence.Chart;
import dev.amserr.recurrence.ChartRenderer;
import dev.amserr.time.Interval;
import java.util.Optional;
import java.util.function.Function;

/** Finds the pictures of digests by their ids, which stand for the picture in stored messages. */
public final class DigestPictures implements Function<String, byte[]> {

  private static final String PREFIX = "digest-";

  private final Function<RunId, Optional<DigestRun>> runs;
  private final ChartRenderer renderer;
  private final SnapshotCodec codec = new SnapshotCodec();

  /**
   * Pictures.
   *
   * @param runs where runs are kept
   */
  public DigestPictures(Function<RunId, Optional<DigestRun>> runs, ChartRenderer renderer) {
    this.runs = runs;
    this.renderer = renderer;
  }

  /** The id of the chart of a run. */
  static String id(RunId run) {
    return PREFIX + run;
  }

  /**
   * The picture of that id.
   *
   * @throws IllegalArgumentException if there is none
   */
  @Override
  public byte[] apply(String id) {
    DigestSnapshot snapshot =
        Optional.of(id)
            .filter(text -> text.startsWith(PREFIX))
            .flatMap(text -> RunId.parse(text.substring(PREFIX.length())))
            .flatMap(runs)
            .filter(run -> !run.snapshot().isEmpty())
            .map(run -> codec.read(run.snapshot()))
            .orElseThrow(() -> new IllegalArgumentException("No picture is called " + id));
    return draw(snapshot, renderer);
  }

  /** The chart of a snapshot as PNG. */
  static byte[] draw(DigestSnapshot snapshot, ChartRenderer renderer) {
    DigestSnapshot.Chart chart = snapshot.chart();
    return renderer.draw(
        new Chart(
            snapshot.run().schedule() + ": errors, the most frequent series",
            chart.start(),
            chart.stretch(),
            chart.bands().stream()
                .map(band -> new Chart.Layer(band.label() + " · " + band.source(), band.counts()))
                .toList(),
            chart.bands().stream()
                .flatMap(band -> band.spikes().stream())
                .map(spike -> new Interval(spike, spike.plus(chart.stretch())))
                .toList(),
            snapshot.zone()),
        ChartRenderer.Theme.LIGHT);
  }
}
