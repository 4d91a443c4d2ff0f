package dev.amserr.recurrence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.amserr.time.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An overview as JSON, of the API. Times are RFC 3339 in UTC.
 *
 * @param more how many series were left out
 */
public record SeriesAnswer(WindowPart window, List<SeriesPart> series, int more) {

  /** From when, inclusive, until when, exclusive. */
  public record WindowPart(String from, String to) {}

  /**
   * One series.
   *
   * @param system null where the code did not decode
   * @param name null if there is none
   * @param before how often it occurred in the window of the same length right before
   * @param handling {@code open}, {@code acknowledged} or {@code resolved}
   * @param muted whether nobody wants to hear of it, or somebody knows of all of it
   * @param owner the id of the team that owns it; null for nobody
   * @param hourly how often it occurred in each of some hours, oldest first; null if not asked for
   */
  public record SeriesPart(
      long id,
      String code,
      @Nullable String system,
      @Nullable String name,
      String source,
      long count,
      long before,
      String firstSeen,
      String lastSeen,
      List<StatePart> states,
      String handling,
      boolean muted,
      @Nullable String owner,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Long> hourly) {}

  /**
   * One state.
   *
   * @param state {@link StateKind#key}
   * @param z of a SPIKE, the highest z that held; else null
   * @param note null if there is none
   * @param text the reason in words
   */
  public record StatePart(
      String state,
      String since,
      Why why,
      @Nullable Integer z,
      @Nullable String note,
      String text) {}

  /**
   * The JSON shape of an overview.
   *
   * @param owner the id of the team that owns a series; empty for nobody
   * @param hourly of each series, by id; none where it was not asked for
   */
  public static SeriesAnswer of(
      Overview overview, Function<Series, String> owner, Map<Long, List<Long>> hourly) {
    return new SeriesAnswer(
        part(overview.window()),
        overview.lines().stream()
            .map(line -> part(line, owner, hourly.get(line.series().id())))
            .toList(),
        overview.more());
  }

  static WindowPart part(Interval window) {
    return new WindowPart(window.from().toString(), window.until().toString());
  }

  static SeriesPart part(
      Overview.Line line, Function<Series, String> owner, @Nullable List<Long> hourly) {
    Series series = line.series();
    return new SeriesPart(
        series.id(),
        series.key().code(),
        orNull(series.key().system()),
        orNull(series.name()),
        series.key().source(),
        line.count(),
        line.before(),
        series.firstSeen().toString(),
        series.lastSeen().toString(),
        line.states().stream().map(SeriesAnswer::part).toList(),
        series.handling().status().name().toLowerCase(Locale.ROOT),
        line.covered(),
        orNull(owner.apply(series)),
        hourly);
  }

  private static StatePart part(SeriesState state) {
    return new StatePart(
        state.kind().key(),
        state.since().toString(),
        state.why(),
        state.z() == 0 ? null : state.z(),
        orNull(state.note()),
        SeriesWords.reason(state));
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
