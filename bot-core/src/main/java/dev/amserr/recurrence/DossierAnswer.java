package dev.amserr.recurrence;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as JSON, of the API. Times are RFC 3339 in UTC.
 *
 * @param window from the start of the first point to the end of the last
 * @param step {@code minute}, {@code hour} or {@code day}
 * @param plays how many plays the source began in the window; null if nobody says
 */
public record DossierAnswer(
    SeriesAnswer.WindowPart window,
    SeriesAnswer.SeriesPart series,
    HandlingPart handling,
    String step,
    List<PointPart> points,
    @Nullable Long plays,
    List<SeriesAnswer.WindowPart> spikes,
    List<SamplePart> samples,
    List<EventPart> history) {

  /** How often it occurred from then on, for a step. */
  public record PointPart(String at, long count) {}

  /**
   * What people did.
   *
   * @param by what they are called; null for nobody
   * @param mutedUntil null if it is not muted until a time
   * @param mutedAbove muted until more occur within 60 minutes; null if it is not
   */
  public record HandlingPart(
      String status,
      @Nullable String by,
      @Nullable String at,
      @Nullable String mutedUntil,
      @Nullable Long mutedAbove) {}

  /** What one occurrence said. */
  public record SamplePart(
      String at,
      String code,
      @Nullable String message,
      @Nullable String session,
      Map<String, String> labels) {}

  /**
   * A line of history.
   *
   * @param kind such as {@code state-opened} or {@code acknowledged}
   * @param by what they are called; null for the bot itself
   * @param text in words, without the time
   */
  public record EventPart(
      String at, String kind, @Nullable String state, @Nullable String by, String text) {}

  /**
   * The JSON shape of a dossier.
   *
   * @param owner the id of the team that owns a series; empty for nobody
   */
  public static DossierAnswer of(Dossier dossier, Function<Series, String> owner) {
    return new DossierAnswer(
        SeriesAnswer.part(dossier.timeline().window()),
        SeriesAnswer.part(dossier.line(), owner, null),
        handling(dossier.line().series().handling()),
        word(dossier.timeline().step()),
        dossier.timeline().bars().stream()
            .map(bar -> new PointPart(bar.start().toString(), bar.count()))
            .toList(),
        dossier.plays() == 0 ? null : dossier.plays(),
        dossier.spikes().stream().map(SeriesAnswer::part).toList(),
        dossier.samples().stream().map(DossierAnswer::sample).toList(),
        dossier.history().stream().map(DossierAnswer::event).toList());
  }

  private static HandlingPart handling(Handling handling) {
    Mute mute = handling.mute();
    Optional<Instant> until =
        mute.fold(Optional::empty, one -> Optional.of(one.at()), one -> Optional.empty());
    Optional<Long> above =
        mute.fold(Optional::empty, one -> Optional.empty(), one -> Optional.of(one.count()));
    return new HandlingPart(
        word(handling.status()),
        SeriesAnswer.orNull(handling.byName()),
        handling.at() == null ? null : handling.at().toString(),
        until.map(Instant::toString).orElse(null),
        above.orElse(null));
  }

  private static SamplePart sample(Sample sample) {
    return new SamplePart(
        sample.at().toString(),
        sample.text(),
        SeriesAnswer.orNull(sample.message()),
        SeriesAnswer.orNull(sample.session()),
        sample.labels());
  }

  private static EventPart event(SeriesEvent event) {
    StateKind state = event.state();
    return new EventPart(
        event.at().toString(),
        word(event.kind()),
        state == null ? null : state.key(),
        SeriesAnswer.orNull(event.byName()),
        SeriesWords.eventText(event));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
