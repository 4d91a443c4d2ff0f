package dev.amserr.recurrence;

import dev.amserr.command.reply.Part;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pictures of series, an hour a bar. The id of a picture says all there is to draw it, so it can be
 * drawn again by whoever was given the id, as long as the hours are kept.
 */
public final class SeriesCharts {

  private static final Pattern ID =
      Pattern.compile("series-([0-9]{1,18})-([0-9]{1,9})-([0-9]{1,4})-(light|dark)");
  private static final int MOST_HOURS = 24 * 90;

  private final OccurrenceStore store;
  private final ChartRenderer renderer;
  private final ZoneId zone;
  private final SealedIds ids;
  private final Timelines timelines;

  /**
   * @param zone of the server, for the axis
   * @param ids makes the ids: pictures are fetched without a token
   */
  public SeriesCharts(OccurrenceStore store, ChartRenderer renderer, ZoneId zone, SealedIds ids) {
    this.store = store;
    this.renderer = renderer;
    this.zone = zone;
    this.ids = ids;
    this.timelines = new Timelines(store, zone);
  }

  /** What the pictures show. */
  public Timelines timelines() {
    return timelines;
  }

  /**
   * The picture of a series until the end of this hour; empty if this machine can't draw.
   *
   * @param hours how many hours, 1 to 2,160
   */
  public Optional<Part.Image> image(
      Series series, int hours, Instant now, ChartRenderer.Theme theme) {
    if (!renderer.canDraw()) {
      return Optional.empty();
    }
    Instant end = Timelines.lastHours(hours, now).until();
    String id =
        ids.seal(
            String.format(
                Locale.ROOT,
                "series-%d-%d-%d-%s",
                series.id(),
                end.getEpochSecond() / 3_600,
                hours,
                theme.name().toLowerCase(Locale.ROOT)));
    String alt = series.label() + " from " + series.key().source() + ", occurrences an hour";
    return Optional.of(
        new Part.Image(
            id, alt, new Part.Image.Drawn(() -> renderer.draw(chart(series, hours, end), theme))));
  }

  /** Draws a picture by its id; empty if there is none of that id, or this machine can't draw. */
  public Optional<byte[]> png(String id) {
    Matcher form = ID.matcher(ids.open(id).orElse(""));
    if (!form.matches() || !renderer.canDraw()) {
      return Optional.empty();
    }
    int hours = Integer.parseInt(form.group(3));
    if (hours < 1 || hours > MOST_HOURS) {
      return Optional.empty();
    }
    Instant end = Instant.ofEpochSecond(Long.parseLong(form.group(2)) * 3_600);
    ChartRenderer.Theme theme = ChartRenderer.Theme.valueOf(form.group(4).toUpperCase(Locale.ROOT));
    return store.series(List.of(Long.parseLong(form.group(1)))).stream()
        .findFirst()
        .map(series -> renderer.draw(chart(series, hours, end), theme));
  }

  private Chart chart(Series series, int hours, Instant end) {
    Interval window = window(hours, end);
    List<Long> counts = timelines.hourly(series.id(), window);
    return new Chart(
        series.label() + " · " + series.key().source(),
        window.from(),
        Duration.ofHours(1),
        List.of(new Chart.Layer(series.label(), counts)),
        timelines.spikes(series.id(), window),
        zone);
  }

  private static Interval window(int hours, Instant end) {
    return new Interval(end.minus(Duration.ofHours(hours)), end);
  }
}
