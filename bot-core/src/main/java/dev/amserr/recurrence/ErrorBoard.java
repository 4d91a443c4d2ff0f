package dev.amserr.recurrence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    Map<Long, List<SeriesState>> states = store.openStates(ids);
    Map<Long, Long> c60 = recentOfMuted(top, now);
    List<Overview.Line> lines = new ArrayList<>();
    for (Top.Line line : top.lines()) {
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
    return new Overview(
        query.window(),
        lines,
        top.more(),
        top.total(),
        top.totalBefore(),
        store.sheds(query.window()));
  }

  /** The counts of the last hour, read only if a mute depends on one. */
  private Map<Long, Long> recentOfMuted(Top top, Instant now) {
    boolean wanted =
        top.lines().stream()
            .anyMatch(
                line ->
                    line.series().handling().mute().fold(() -> false, u -> false, above -> true));
    return wanted
        ? store.recent(now.truncatedTo(ChronoUnit.MINUTES)).stream()
            .collect(Collectors.toMap(RecentCount::series, RecentCount::c60))
        : Map.of();
  }
}
