package dev.amserr.digest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.recurrence.Chart;
import dev.amserr.recurrence.ChartRenderer;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the pictures of digests by their ids, which stand for the picture in stored messages and in
 * pages. An id holds a part of the snapshot's hash, so that whoever may not see the digest can't
 * name its picture.
 */
public final class DigestPictures {

  private static final Pattern ID = Pattern.compile("digest-(.+)-[0-9a-f]{16}");
  private static final int HASH = 16;
  private static final int MOST_KEPT = 20;
  private static final Duration KEPT = Duration.ofMinutes(30);

  private final Function<RunId, Optional<DigestRun>> runs;
  private final ChartRenderer renderer;
  private final SnapshotCodec codec = new SnapshotCodec();
  private final Cache<String, DigestSnapshot> previews;

  /**
   * Pictures.
   *
   * @param runs where runs are kept
   */
  public DigestPictures(
      Function<RunId, Optional<DigestRun>> runs, ChartRenderer renderer, Ticker ticker) {
    this.runs = runs;
    this.renderer = renderer;
    this.previews =
        Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(KEPT)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /**
   * The id of the chart of a snapshot.
   *
   * @param sha256 of its canonical form
   */
  static String id(RunId run, String sha256) {
    return "digest-" + run + "-" + sha256.substring(0, HASH);
  }

  /** Keeps a snapshot that is no run's, so that its picture is found for half an hour. */
  void keep(DigestSnapshot snapshot) {
    previews.put(id(snapshot.run(), SnapshotCodec.sha256(codec.write(snapshot))), snapshot);
  }

  /** The picture of that id as PNG; empty if there is none, or this machine can't draw. */
  public Optional<byte[]> find(String id) {
    return renderer.canDraw()
        ? Optional.ofNullable(previews.getIfPresent(id))
            .or(() -> past(id))
            .map(snapshot -> draw(snapshot, renderer))
        : Optional.empty();
  }

  private Optional<DigestSnapshot> past(String id) {
    Matcher form = ID.matcher(id);
    return form.matches()
        ? RunId.parse(form.group(1))
            .flatMap(runs)
            .filter(run -> !run.snapshot().isEmpty())
            .filter(run -> id(run.id(), SnapshotCodec.sha256(run.snapshot())).equals(id))
            .map(run -> codec.read(run.snapshot()))
        : Optional.empty();
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
