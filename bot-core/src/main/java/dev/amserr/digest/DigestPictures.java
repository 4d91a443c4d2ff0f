package dev.amserr.digest;

import java.util.Optional;
import java.util.function.Function;

/** Finds the pictures of digests by their ids, which stand for the picture in stored messages. */
public final class DigestPictures implements Function<String, byte[]> {

  private static final String PREFIX = "digest-";

  private final Function<RunId, Optional<DigestRun>> runs;
  private final DigestCharts charts;
  private final SnapshotCodec codec = new SnapshotCodec();

  /**
   * Pictures.
   *
   * @param runs where runs are kept
   */
  public DigestPictures(Function<RunId, Optional<DigestRun>> runs, DigestCharts charts) {
    this.runs = runs;
    this.charts = charts;
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
    return charts.png(snapshot.chart(), snapshot.zone());
  }
}
