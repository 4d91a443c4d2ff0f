package dev.amserr.digest;

import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesQueries;
import dev.amserr.recurrence.Top;
import dev.amserr.recurrence.TopQuery;
import dev.amserr.time.Interval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How often the series of a digest occurred, in the window and in the one before. Knows the 1,000
 * most frequent series of a system and source, and those it was told to look up. The sums are exact
 * unless the digest is about some owners only, when they are those of the most frequent series.
 */
final class WindowCounts {

  private static final int MOST = TopQuery.MOST;
  private static final int CHARTED = 5;

  private final Map<Long, Top.Line> lines = new HashMap<>();
  private final Map<Long, Long> rare = new HashMap<>();
  private final Map<Long, Long> rareBefore = new HashMap<>();
  private long count;
  private long before;
  private long others;

  private WindowCounts() {}

  static WindowCounts of(
      SeriesQueries queries, Interval window, DigestFilter filter, Function<Series, String> owner) {
    WindowCounts counts = new WindowCounts();
    for (String system : orAny(filter.systems())) {
      for (String source : orAny(filter.sources())) {
        Top top =
            queries.top(
                new TopQuery(
                    window,
                    source.isEmpty() ? null : source,
                    filter.systems().isEmpty() ? null : system,
                    MOST));
        counts.add(top, filter, owner);
      }
    }
    return counts;
  }

  private void add(Top top, DigestFilter filter, Function<Series, String> owner) {
    if (filter.owners().isEmpty()) {
      count += top.total();
      before += top.totalBefore();
      others += top.more();
    }
    for (Top.Line line : top.lines()) {
      if (filter.admits(line.series().key(), owner.apply(line.series()))) {
        lines.put(line.series().id(), line);
        if (!filter.owners().isEmpty()) {
          count += line.count();
          before += line.before();
        }
      }
    }
  }

  /** Counts those of these series that are none of the most frequent. */
  void lookUp(SeriesQueries queries, Interval window, Collection<Long> series) {
    List<Long> missing = series.stream().filter(id -> !lines.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      rare.putAll(queries.counts(missing, window));
      rareBefore.putAll(queries.counts(missing, TopQuery.of(window, MOST).before()));
    }
  }

  long count(long series) {
    Top.Line line = lines.get(series);
    return line == null ? rare.getOrDefault(series, 0L) : line.count();
  }

  long before(long series) {
    Top.Line line = lines.get(series);
    return line == null ? rareBefore.getOrDefault(series, 0L) : line.before();
  }

  DigestSnapshot.Totals totals() {
    return new DigestSnapshot.Totals(count, before, lines.size() + others);
  }

  /** The most frequent series, for the chart. */
  List<Top.Line> top() {
    return lines.values().stream()
        .sorted(
            Comparator.comparingLong(Top.Line::count)
                .reversed()
                .thenComparing(line -> line.series().key()))
        .limit(CHARTED)
        .toList();
  }

  private static Collection<String> orAny(Collection<String> wanted) {
    List<String> sorted = new ArrayList<>(wanted);
    Collections.sort(sorted);
    return sorted.isEmpty() ? List.of("") : sorted;
  }
}
