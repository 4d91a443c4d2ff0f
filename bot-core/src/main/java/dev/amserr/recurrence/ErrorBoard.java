package dev.amserr.recurrence;

import dev.amserr.time.Interval;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Brings counts and states together for whoever shows them. */
public final class ErrorBoard {

  private final OccurrenceStore store;

  public ErrorBoard(OccurrenceStore store) {
    this.store = store;
  }

  /** The series of a window, with their states now. */
  public Overview overview(TopQuery query, Instant now) {
    Top top = store.top(query);
    List<Long> ids = top.lines().stream().map(line -> line.series().id()).toList();
    return overview(query.window(), top, store.openStates(ids), now);
  }

  /**
   * Every series of which something is said now, also those that did not occur in the window; the
   * totals are of all series. Counts of more than {@value TopQuery#MOST} series are to the hour.
   */
  public Overview flagged(Interval window, Instant now) {
    TopQuery query = TopQuery.of(window, TopQuery.MOST);
    Map<Long, List<SeriesState>> states = store.openStates();
    Top all = store.top(query);
    List<Top.Line> lines = new ArrayList<>();
    Set<Long> missing = new TreeSet<>(states.keySet());
    for (Top.Line line : all.lines()) {
      if (missing.remove(line.series().id())) {
        lines.add(line);
      }
    }
    Map<Long, Long> counts = all.more() == 0 ? Map.of() : counts(missing, window);
    Map<Long, Long> before = counts(missing, query.before());
    for (Series series : store.series(missing)) {
      long id = series.id();
      lines.add(new Top.Line(series, counts.getOrDefault(id, 0L), before.getOrDefault(id, 0L)));
    }
    lines.sort(Comparator.comparingLong(Top.Line::count).reversed());
    return overview(window, new Top(lines, 0, all.total(), all.totalBefore()), states, now);
  }

  private Map<Long, Long> counts(Set<Long> series, Interval window) {
    return store.hours(series, window).stream()
        .collect(
            Collectors.groupingBy(HourBucket::series, Collectors.summingLong(HourBucket::count)));
  }

  private Overview overview(
      Interval window, Top top, Map<Long, List<SeriesState>> states, Instant now) {
    return new Overview(
        window,
        lines(top.lines(), states, now),
        top.more(),
        top.total(),
        top.totalBefore(),
        store.sheds(window));
  }

  /** Counts with what is said of each series, and whether somebody knows of that. */
  List<Overview.Line> lines(
      List<Top.Line> counts, Map<Long, List<SeriesState>> states, Instant now) {
    Map<Long, Long> c60 = recentOfMuted(counts, now);
    List<Overview.Line> lines = new ArrayList<>();
    for (Top.Line line : counts) {
      long id = line.series().id();
      List<SeriesState> said = states.getOrDefault(id, List.of());
      lines.add(
          new Overview.Line(
              line.series(),
              line.count(),
              line.before(),
              said,
              line.series().handling().covers(said, now, c60.getOrDefault(id, 0L))));
    }
    return lines;
  }

  /** The counts of the last hour, read only if a mute depends on one. */
  private Map<Long, Long> recentOfMuted(List<Top.Line> lines, Instant now) {
    boolean wanted =
        lines.stream()
            .anyMatch(
                line ->
                    line.series().handling().mute().fold(() -> false, u -> false, above -> true));
    return wanted
        ? store.recent(now.truncatedTo(ChronoUnit.MINUTES)).stream()
            .collect(Collectors.toMap(RecentCount::series, RecentCount::c60))
        : Map.of();
  }
}
