package dev.amserr.digest;

import dev.amserr.recurrence.HourBucket;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.SeriesState;
import dev.amserr.recurrence.StateKind;
import dev.amserr.recurrence.Why;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts flagged series into the sections of a digest, a line each, the most frequent first. */
final class SectionLines {

  /** So many lines get bars, so many of a section: messages never show more. */
  private static final int MOST_BARS = 120;

  private final WindowCounts counts;
  private final Stretches stretches;
  private final Function<Collection<Long>, Map<Long, List<HourBucket>>> hours;
  private final Supplier<Map<String, Long>> plays;

  /**
   * Lines of one window.
   *
   * @param hours reads the hours of series, by their ids
   * @param plays reads the plays of all sources, by their names
   */
  SectionLines(
      WindowCounts counts,
      Stretches stretches,
      Function<Collection<Long>, Map<Long, List<HourBucket>>> hours,
      Supplier<Map<String, Long>> plays) {
    this.counts = counts;
    this.stretches = stretches;
    this.hours = hours;
    this.plays = plays;
  }

  /** The sections of what is shown, in the order of the states. */
  List<DigestSnapshot.Section> sections(List<Flagged> shown) {
    Map<StateKind, List<Flagged>> byState = new EnumMap<>(StateKind.class);
    shown.forEach(
        one -> byState.computeIfAbsent(one.first().kind(), kind -> new ArrayList<>()).add(one));
    byState.values().forEach(list -> list.sort(mostFrequentFirst()));
    Set<Long> withBars =
        byState.values().stream()
            .flatMap(list -> list.stream().limit(DigestComposer.MOST_OF_A_SECTION))
            .limit(MOST_BARS)
            .map(one -> one.series().id())
            .collect(Collectors.toSet());
    Map<Long, List<HourBucket>> bars = hours.apply(withBars);
    Map<String, Long> playsOf = shown.isEmpty() ? Map.of() : plays.get();
    List<DigestSnapshot.Section> sections = new ArrayList<>();
    byState.forEach(
        (state, members) ->
            sections.add(
                new DigestSnapshot.Section(
                    state,
                    state == StateKind.SOURCE_SILENT
                        ? silentSources(members)
                        : members.stream()
                            .map(one -> line(one, bars.get(one.series().id()), playsOf))
                            .toList())));
    return sections;
  }

  private Comparator<Flagged> mostFrequentFirst() {
    return Comparator.comparingLong((Flagged one) -> counts.count(one.series().id()))
        .reversed()
        .thenComparing(one -> one.series().key());
  }

  private DigestSnapshot.Line line(
      Flagged one, @Nullable List<HourBucket> hours, Map<String, Long> plays) {
    long id = one.series().id();
    SeriesState state = one.first();
    return new DigestSnapshot.Line(
        id,
        one.series().key(),
        one.series().name(),
        counts.count(id),
        counts.before(id),
        hours == null ? List.of() : stretches.counts(hours),
        hours == null ? 0 : plays.getOrDefault(one.series().key().source(), 0L),
        state.since(),
        state.why(),
        one.states().stream().skip(1).map(SeriesState::kind).toList(),
        state.note(),
        one.owner());
  }

  /** Of a source that is silent as a whole, one line: there is one thing to check. */
  private List<DigestSnapshot.Line> silentSources(List<Flagged> members) {
    Map<String, List<Flagged>> bySource = new LinkedHashMap<>();
    members.forEach(
        one ->
            bySource
                .computeIfAbsent(one.series().key().source(), source -> new ArrayList<>())
                .add(one));
    List<DigestSnapshot.Line> lines = new ArrayList<>();
    bySource.forEach(
        (source, all) -> {
          Flagged first =
              all.stream().min(Comparator.comparing(one -> one.first().since())).orElseThrow();
          Why why = first.first().why();
          lines.add(
              new DigestSnapshot.Line(
                  first.series().id(),
                  new SeriesKey("", source, source),
                  "",
                  sum(all, counts::count),
                  sum(all, counts::before),
                  List.of(),
                  0,
                  first.first().since(),
                  why,
                  List.of(),
                  all.size() + " series silent together: check the reporter",
                  first.owner()));
        });
    return lines;
  }

  private static long sum(List<Flagged> all, Function<Long, Long> count) {
    return all.stream().mapToLong(one -> count.apply(one.series().id())).sum();
  }
}
