package dev.amserr.recurrence;

import dev.amserr.command.reply.Part;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pictures of series, an hour a bar. The id of a picture says all there is to draw it, so it can be
 * drawn again by whoever has the id, as long as the hours are kept.
 */
public final class SeriesCharts {

  private static final Pattern ID =
      Pattern.compile("series-([0-9]{1,18})-([0-9]{1,9})-([0-9]{1,4})-(light|dark)");
  private static final int MOST_HOURS = 24 * 90;
  private static final int MOST_EVENTS = 1_000;

  private final OccurrenceStore store;
  private final ChartRenderer renderer;
  private final ZoneId zone;

  /**
   * @param zone of the server, for the axis
   */
  public SeriesCharts(OccurrenceStore store, ChartRenderer renderer, ZoneId zone) {
    this.store = store;
    this.renderer = renderer;
    this.zone = zone;
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
    Instant end = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    String id =
        String.format(
            Locale.ROOT,
            "series-%d-%d-%d-%s",
            series.id(),
            end.getEpochSecond() / 3_600,
            hours,
            theme.name().toLowerCase(Locale.ROOT));
    String alt = series.label() + " from " + series.key().source() + ", occurrences an hour";
    return Optional.of(
        new Part.Image(
            id, alt, new Part.Image.Drawn(() -> renderer.draw(chart(series, hours, end), theme))));
  }

  /** Draws a picture by its id; empty if there is none of that id, or this machine can't draw. */
  public Optional<byte[]> png(String id) {
    Matcher form = ID.matcher(id);
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

  /**
   * How often a series occurred in each hour of a window, oldest first.
   *
   * @param end a full hour, not included
   */
  public List<Long> hourly(long series, int hours, Instant end) {
    Interval window = window(hours, end);
    Long[] counts = new Long[hours];
    Arrays.fill(counts, 0L);
    for (HourBucket hour : store.hours(List.of(series), window)) {
      counts[(int) Duration.between(window.from(), hour.start()).toHours()] = hour.count();
    }
    return List.of(counts);
  }

  private Chart chart(Series series, int hours, Instant end) {
    Chart.Layer layer = new Chart.Layer(series.label(), hourly(series.id(), hours, end));
    Interval window = window(hours, end);
    return new Chart(
        series.label() + " · " + series.key().source(),
        window.from(),
        Duration.ofHours(1),
        List.of(layer),
        spikes(series.id(), window),
        zone);
  }

  /** When the series spiked within a window. */
  private List<Interval> spikes(long series, Interval window) {
    List<Interval> spikes = new ArrayList<>();
    Instant until = window.until();
    for (SeriesEvent event : store.events(series, MOST_EVENTS)) {
      if (event.state() != StateKind.SPIKE) {
        continue;
      }
      if (event.kind() == SeriesEvent.Kind.STATE_CLOSED) {
        until = event.at();
      } else if (event.at().isBefore(until)) {
        new Interval(event.at(), until).intersection(window).ifPresent(spikes::add);
        until = event.at();
      }
    }
    return spikes;
  }

  private static Interval window(int hours, Instant end) {
    return new Interval(end.minus(Duration.ofHours(hours)), end);
  }
}
