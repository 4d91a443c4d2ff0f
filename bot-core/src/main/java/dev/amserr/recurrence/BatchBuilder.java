package dev.amserr.recurrence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects what one request reports: decides at which minute each report counts, and adds up those
 * of the same series and minute that have no id. Not thread-safe.
 */
public final class BatchBuilder {

  private final @Nullable OnceKey key;
  private final Instant now;
  private final Map<Slot, Tally> merged = new LinkedHashMap<>();
  private final List<Tally> single = new ArrayList<>();
  private final List<PlayCount> plays = new ArrayList<>();

  /**
   * @param key under which the whole batch is counted once; null for always
   * @param now when the request arrived
   */
  public BatchBuilder(@Nullable OnceKey key, Instant now) {
    this.key = key;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
  }

  private record Slot(SeriesKey series, Instant minute, boolean late) {}

  /**
   * Adds a report.
   *
   * @param code what its code means
   * @param sample what to keep of it if the series' reservoir takes it; null for nothing
   */
  public BatchBuilder add(Occurrence occurrence, ResolvedCode code, @Nullable Sample sample) {
    Placed placed = place(occurrence.at());
    String id = occurrence.id();
    return add(
        placed,
        placed.at(),
        occurrence,
        code,
        id == null ? null : OnceKey.event(occurrence.source(), id),
        sample);
  }

  /**
   * Adds a firing of an alert. {@link Occurrence#at} is when it began.
   *
   * @param seen when it was still firing, by the word of this request
   */
  public BatchBuilder addAlert(
      Occurrence occurrence,
      ResolvedCode code,
      OnceKey firing,
      Instant seen,
      @Nullable Sample sample) {
    Placed placed = place(occurrence.at());
    Instant last = seen.isAfter(placed.at()) ? place(seen).at() : placed.at();
    return add(placed, last, occurrence, code, firing, sample);
  }

  /**
   * Adds plays that a source began.
   *
   * @param at when; null for now
   */
  public BatchBuilder addPlays(String source, @Nullable Instant at, long count) {
    plays.add(new PlayCount(source, place(at).minute(), count));
    return this;
  }

  public Batch build() {
    List<Tally> tallies = new ArrayList<>(merged.values());
    tallies.addAll(single);
    return new Batch(key, tallies, plays);
  }

  private BatchBuilder add(
      Placed placed,
      Instant last,
      Occurrence occurrence,
      ResolvedCode code,
      @Nullable OnceKey once,
      @Nullable Sample sample) {
    Tally tally =
        new Tally(
            code.key(occurrence.source()),
            code.name(),
            placed.minute(),
            occurrence.count(),
            1,
            placed.late(),
            placed.at(),
            last.isBefore(placed.at()) ? placed.at() : last,
            once,
            sample);
    if (once == null) {
      merged.merge(
          new Slot(tally.series(), tally.minute(), tally.late()), tally, BatchBuilder::sum);
    } else {
      single.add(tally);
    }
    return this;
  }

  private record Placed(Instant at, boolean late) {
    Instant minute() {
      return at.truncatedTo(ChronoUnit.MINUTES);
    }
  }

  private Placed place(@Nullable Instant at) {
    if (at == null) {
      return new Placed(now, false);
    }
    boolean late =
        at.isBefore(now.minus(OccurrenceCounter.OLDEST))
            || at.isAfter(now.plus(OccurrenceCounter.NEWEST));
    return new Placed(late ? now : at.truncatedTo(ChronoUnit.MILLIS), late);
  }

  private static Tally sum(Tally a, Tally b) {
    return new Tally(
        a.series(),
        a.name(),
        a.minute(),
        a.count() + b.count(),
        a.items() + b.items(),
        a.late(),
        a.first().isBefore(b.first()) ? a.first() : b.first(),
        a.last().isAfter(b.last()) ? a.last() : b.last(),
        null,
        a.sample() != null ? a.sample() : b.sample());
  }
}
